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
const block = (from) => {
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
    case 'actions': {
      const row = node('p');
      for (const element of from.elements || []) if (element.text) row.append(node('span', 'badge', element.text.text), ' ');
      return row;
    }
    default: return node('p', 'context', from.type);
  }
};
const slack = (message) => {
  const card = node('section', 'card slack');
  const app = node('div', 'app', 'Warmline ');
  app.append(node('span', '', 'APP'));
  card.append(app);
  if (!message) card.append(node('p', 'context', 'Not posted yet.'));
  else if (message.attachments || message.blocks) {
    for (const from of message.blocks || []) card.append(block(from));
    for (const attachment of message.attachments || []) for (const from of attachment.blocks || []) card.append(block(from));
  } else card.append(mrkdwn(node('p'), message.text || ''));
  return card;
};
const alertCard = (row) => {
  const card = node('article', 'alert');
  const title = node('h2', '', new Date(row.at).toLocaleString() + ' ');
  title.append(node('span', 'note', row.alert + (row.deliveries > 1 ? ', delivered ' + row.deliveries + ' times' : '')));
  const mail = node('section', 'card mail');
  mail.append(node('div', 'subject', row.email.subject), node('pre', '', row.email.text));
  card.append(title, mail, slack(row.slack));
  return card;
};
let shown = '';
const refresh = async () => {
  try {
    const text = await (await fetch('/_local/inbox')).text();
    if (text !== shown) {
      shown = text;
      const rows = JSON.parse(text);
      const cards = rows.map(alertCard);
      document.getElementById('list').replaceChildren(...(cards.length ? cards : [node('p', 'empty', 'No alert yet. Be a visitor first: look at pricing, then get the guide.')]));
    }
  } catch { /* the stack is stopping or starting: the next look will tell */ }
  setTimeout(refresh, 1500);
};
refresh();
