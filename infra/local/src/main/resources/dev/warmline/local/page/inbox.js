const node = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};
// Slack's mrkdwn, as far as the alerts use it; built as nodes, so nothing is ever read as HTML.
const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const mrkdwn = (into, text) => {
  const parts = text.split(/(\*[^*\n]+\*|_[^_\n]+_|<(?:https?|mailto|tel):[^>|]+(?:\|[^>]*)?>)/);
  for (const part of parts) {
    const link = /^<((?:https?|mailto|tel):[^>|]+)(?:\|([^>]*))?>$/.exec(part);
    if (link) {
      const a = node('a', '', plain(link[2] || link[1]));
      a.href = plain(link[1]);
      a.rel = 'noreferrer';
      into.append(a);
    } else if (/^\*[^*]+\*$/.test(part)) into.append(node('strong', '', plain(part.slice(1, -1))));
    else if (/^_[^_]+_$/.test(part)) into.append(node('em', '', plain(part.slice(1, -1))));
    else into.append(plain(part));
  }
  return into;
};
const words = (into, text) => text.type === 'mrkdwn' ? mrkdwn(into, text.text) : (into.append(text.text), into);
// Whose hand it is: anybody of the demo team, or somebody who is not in it.
const press = async (wish) => {
  const answer = await fetch('/_local/slack/press', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(wish) });
  return answer.json();
};
const choice = (label, values) => {
  const made = node('select');
  made.setAttribute('aria-label', label);
  for (const value of values) made.append(node('option', '', value));
  return made;
};
// A dialog, as Slack shows it to whoever pressed.
const field = (element) => {
  if (element.type === 'static_select') return choice('', element.options.map((it) => it.value));
  const made = node(element.type === 'datepicker' ? 'input' : 'textarea');
  if (element.type === 'datepicker') made.type = 'date';
  return made;
};
const filled = (element, value) => {
  if (!value) return {};
  if (element.type === 'static_select') return { type: element.type, selected_option: { value } };
  return element.type === 'datepicker' ? { type: element.type, selected_date: value } : { type: element.type, value };
};
const ask = (view, person) => {
  const dialog = node('dialog', 'card');
  const form = node('form');
  form.append(node('h2', '', view.title.text));
  const inputs = view.blocks.filter((it) => it.type === 'input');
  const wrong = {};
  for (const from of view.blocks) {
    if (from.type !== 'input') form.append(words(node('p'), from.text));
    else {
      const label = node('label', '', from.label.text + (from.optional ? ' (optional) ' : ' '));
      from.made = field(from.element);
      from.made.removeAttribute('aria-label');
      from.made.required = !from.optional;
      wrong[from.block_id] = node('p', 'note');
      label.append(from.made);
      form.append(label, wrong[from.block_id]);
    }
  }
  const keep = node('button', '', view.close.text);
  keep.type = 'button';
  keep.addEventListener('click', () => dialog.remove());
  form.append(node('button', '', view.submit.text), ' ', keep);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const values = {};
    for (const from of inputs) values[from.block_id] = { [from.element.action_id]: filled(from.element, from.made.value) };
    const answer = await press({ person, view: { callback_id: view.callback_id, private_metadata: view.private_metadata, state: { values } } });
    for (const name of Object.keys(wrong)) wrong[name].textContent = (answer.errors || {})[name] || '';
    if (!answer.response_action) {
      dialog.remove();
      refresh();
    }
  });
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
};
const buttons = (from, alert) => {
  const row = node('p', 'press');
  const person = choice('Who presses', ['kim', 'bo', 'ana', 'mia', 'lee', 'a stranger']);
  const as = async (action, reason) => {
    const answer = await press({ alert, person: person.value, action, reason });
    if (answer.view) ask(answer.view, person.value);
    refresh();
  };
  row.append(person, ' ');
  for (const element of from.elements || []) {
    if (element.type === 'button') {
      const button = node('button', '', element.text.text);
      button.addEventListener('click', () => as(element.action_id, ''));
      row.append(button, ' ');
    } else if (element.type === 'external_select') {
      const list = choice('Reason', [element.placeholder.text]);
      press({ alert, person: 'kim', action: 'reasons' }).then((found) => {
        for (const option of found.options || []) list.append(node('option', '', option.value));
      });
      list.addEventListener('change', () => as(element.action_id, list.value));
      row.append(list);
    }
  }
  return row;
};
const block = (from, alert) => {
  switch (from.type) {
    case 'header': return words(node('h3'), from.text);
    case 'divider': return node('hr');
    case 'context': {
      const row = node('p', 'context');
      for (const element of from.elements || []) if (element.text) words(row, { type: element.type, text: element.text });
      return row;
    }
    case 'section': {
      const section = node('div');
      if (from.text) section.append(words(node('p'), from.text));
      if (from.fields) {
        const fields = node('div', 'fields');
        for (const field of from.fields) fields.append(words(node('div'), field));
        section.append(fields);
      }
      return section;
    }
    case 'actions': return buttons(from, alert);
    default: return node('p', 'context', from.type);
  }
};
const slack = (message, alert, answers) => {
  const card = node('section', 'card slack');
  const app = node('div', 'app', 'Warmline ');
  app.append(node('span', '', 'APP'));
  card.append(app);
  if (!message) card.append(node('p', 'context', 'Not posted yet.'));
  else if (message.attachments || message.blocks) {
    for (const from of message.blocks || []) card.append(block(from, alert));
    for (const attachment of message.attachments || []) for (const from of attachment.blocks || []) card.append(block(from, alert));
  } else card.append(mrkdwn(node('p'), message.text || ''));
  for (const answer of answers || []) {
    const line = mrkdwn(node('p', 'context'), answer.text);
    line.prepend(answer.response_type === 'ephemeral' ? 'Only to who pressed: ' : 'In the thread: ');
    card.append(line);
  }
  return card;
};
const alertCard = (row) => {
  const card = node('article', 'alert');
  const title = node('h2', '', new Date(row.at).toLocaleString() + ' ');
  title.append(node('span', 'note', row.alert + (row.deliveries > 1 ? ', delivered ' + row.deliveries + ' times' : '')));
  const mail = node('section', 'card mail');
  mail.append(node('div', 'subject', row.email.subject), node('pre', '', row.email.text));
  card.append(title, mail, slack(row.slack, row.alert, row.answers));
  return card;
};
let shown = '';
let next;
const refresh = async () => {
  clearTimeout(next);
  try {
    const text = await (await fetch('/_local/inbox')).text();
    if (text !== shown && !(document.activeElement instanceof HTMLSelectElement)) {
      shown = text;
      const rows = JSON.parse(text);
      const cards = rows.map(alertCard);
      document.getElementById('list').replaceChildren(...(cards.length ? cards : [node('p', 'empty', 'No alert yet. Be a visitor first: look at pricing, then get the guide.')]));
    }
  } catch { /* the stack is stopping or starting: the next look will tell */ }
  next = setTimeout(refresh, 1500);
};
refresh();
