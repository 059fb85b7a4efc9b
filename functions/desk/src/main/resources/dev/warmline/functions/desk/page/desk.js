// What pages do more comfortably with a script; they do all of it without.
(() => {
  'use strict';
  const words = (seconds) => {
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (hours >= 48) return Math.floor(hours / 24) + ' days';
    if (hours >= 1) return hours + ' h' + (minutes % 60 ? ' ' + (minutes % 60) + ' min' : '');
    return minutes < 1 ? 'under 1 min' : minutes + ' min';
  };
  // Times are of whoever reads them. Without a script they are of the zone that the desk knows for them.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const parts = new Intl.DateTimeFormat('en-US', {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  });
  document.querySelectorAll('time[datetime]').forEach((time) => {
    const at = {};
    parts.formatToParts(new Date(time.dateTime)).forEach((part) => { at[part.type] = part.value; });
    const day = at.weekday + ' ' + at.day + ' ' + at.month;
    time.title = day + ' ' + at.year + ' ' + at.hour + ':' + at.minute + ':' + at.second + ' ' + zone;
    if (/^[A-Z]/.test(time.textContent)) time.textContent = day + ' ' + at.hour + ':' + at.minute;
    else if (/^\d+ [A-Z]/.test(time.textContent)) time.textContent = at.day + ' ' + at.month + ' ' + at.year;
  });

  const started = Date.now();
  const shown = new Map();
  // The clock of the desk is the one that counts: what was left when the page was made runs down from then.
  const clocks = [...document.querySelectorAll('time[data-left]')];
  clocks.forEach((clock) => shown.set(clock, Number(clock.dataset.left)));
  const tick = () => clocks.forEach((clock) => {
    const left = shown.get(clock) - (Date.now() - started) / 1000;
    clock.textContent = left < 0 ? words(-left) + ' over' : words(left) + ' left';
    clock.closest('.clock').className = 'clock ' + (left < 0 ? 'over' : left < 1800 ? 'soon' : 'runs');
  });
  setInterval(tick, 15000);

  const filter = document.querySelector('form[data-filter]');
  if (filter) {
    filter.addEventListener('change', () => filter.requestSubmit());
    filter.querySelector('button').hidden = true;
  }

  // Once is enough: whoever presses twice does the same, and need not see it.
  document.addEventListener('submit', (event) => {
    const buttons = event.target.querySelectorAll('button');
    setTimeout(() => buttons.forEach((button) => { button.disabled = true; }));
  });

  // Whoever opens a form by its summary writes next; and sends it without leaving the keyboard.
  document.addEventListener('toggle', (event) => {
    const panel = event.target;
    if (!panel.open || !panel.contains(document.activeElement) || !matchMedia('(pointer: fine)').matches) return;
    const field = panel.querySelector(':scope > form :is(input:not([type=hidden]), select, textarea)');
    if (field) field.focus();
  }, true);
  document.querySelectorAll('textarea').forEach((field) => { field.title = 'Ctrl+Enter sends it'; });
  document.addEventListener('keydown', (event) => {
    const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isSent && event.target.tagName === 'TEXTAREA') event.target.form.requestSubmit();
  });
  // The last day away is none before the first.
  document.addEventListener('change', (event) => {
    const from = event.target;
    const to = from.name === 'from' && from.form && from.form.elements.namedItem('to');
    if (to && to.value < from.value) to.value = from.value;
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });

  const rows = [...document.querySelectorAll('[data-rows] > li')];
  if (!rows.length) return;
  const at = () => rows.findIndex((row) => row.contains(document.activeElement));
  const go = (place) => rows[Math.max(0, Math.min(rows.length - 1, place))].querySelector('a').focus();
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === 'j') go(at() + 1);
    else if (event.key === 'k') go(at() < 0 ? 0 : at() - 1);
    else if (event.key === 'a' && at() >= 0) {
      const form = rows[at()].querySelector('form');
      if (form) form.requestSubmit();
    }
  });
})();
