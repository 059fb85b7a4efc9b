const node = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};
const reasons = (name, part, label) => {
  const table = node('table');
  const head = table.insertRow();
  head.append(node('th', '', name), node('th', 'n', label));
  for (const line of part.lines || []) {
    const row = table.insertRow();
    const what = line.says || line.rule || line.note || line.clamp || line.adjustment || '';
    row.append(node('td', '', what + (line.hits > 1 ? ' (' + line.hits + ' times)' : '')), node('td', 'n', (line.points > 0 ? '+' : '') + line.points));
  }
  return table;
};
const leadCard = (row) => {
  const card = node('article', 'card');
  const title = node('h2', '', row.name || row.lead);
  title.append(' ', node('span', 'badge ' + row.stage, row.stage + (row.cycle ? ' ' + row.cycle : '')));
  card.append(title, node('p', 'note', 'since ' + new Date(row.stageSince).toLocaleString()));
  const scorecard = row.scorecard || {};
  for (const [name, score] of Object.entries(scorecard.scores || {})) card.append(reasons(name, score, String(score.points)));
  if (scorecard.fit) card.append(reasons('fit', scorecard.fit, scorecard.fit.points + ' · ' + scorecard.fit.grade));
  const missing = scorecard.qualifies && scorecard.qualifies.missing;
  if (missing && missing.length) card.append(node('p', 'note', 'missing: ' + missing.join(', ')));
  for (const entry of row.history || []) card.append(node('p', 'note', new Date(entry.at).toLocaleString() + ': ' + entry.from + ' → ' + entry.to + ', ' + entry.why));
  return card;
};
let shown = '';
const refresh = async () => {
  try {
    const text = await (await fetch('/_local/leads')).text();
    if (text !== shown) {
      shown = text;
      const cards = JSON.parse(text).map(leadCard);
      const list = document.getElementById('list');
      list.className = cards.length ? 'cards' : '';
      list.replaceChildren(...(cards.length ? cards : [node('p', 'empty', 'No lead yet: nobody has said who they are.')]));
    }
  } catch { /* the stack is stopping or starting: the next look will tell */ }
  setTimeout(refresh, 2000);
};
refresh();
