// A scanner as mail gateways run them, in real Chromium with scripts: it opens every link of every alert and whatever is
// linked from there, by GET and HEAD, and sends no form; first as a stranger, then in browsers in which people are signed
// in who may do much. No lead may be anything else afterwards.
const fs = require('node:fs');
const { chromium } = require('playwright-core');

const [base] = process.argv.slice(2);
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((p) => fs.existsSync(p));
const REMEMBERED = 11_000; // the desk looks the team up every ten seconds
const MOST_PAGES = 500;

/** On a machine that does much else the desk may ask for patience: its issuer is one more process. */
async function json(where, options) {
  for (const end = Date.now() + 60_000; ; ) {
    const answer = await fetch(base + where, options);
    if (answer.ok) return answer.json();
    if (Date.now() > end) throw new Error(`${where} was answered ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function idle() {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if ((await json('/_local/idle')).idle) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the stack was still busy after a minute');
}

/** What acts change, of every lead and of the team; points and clocks move by themselves. */
async function state() {
  await idle();
  const headers = { authorization: `Bearer ${(await json('/_local/token?person=lee')).token}` };
  const leads = {};
  for (const { lead } of await json('/_local/leads')) {
    const { stage, cycle, owner, queue, history, cycles, notes, timeline } = await json(`/api/v1/leads/${lead}?timeline`, { headers });
    leads[lead] = { stage, cycle, owner, queue, history, cycles, notes, timeline };
  }
  return flat({ leads, team: await json('/api/v1/team', { headers }), waiting: (await json('/api/v1/waiting', { headers })).waiting.map((one) => one.lead) });
}

/** Every value by its path, so that what differs can be said. */
function flat(value, path = '', all = {}) {
  if (value === null || typeof value !== 'object') all[path] = value;
  else Object.entries(value).forEach(([key, inner]) => flat(inner, `${path}/${key}`, all));
  return all;
}

function changes(before, after) {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]).map((path) => `${path}: ${before[path]} -> ${after[path]}`);
}

/** The addresses of this stack in what was sent out. */
async function alertLinks() {
  const texts = JSON.stringify(await json('/_local/inbox')).match(/https?:\/\/[^\s"'\\<>|)]+/g) ?? [];
  return [...new Set(texts.filter((link) => link.startsWith(base + '/desk/')))];
}

/** What is linked from a page that was opened. */
async function open(page, link) {
  const head = await page.context().request.head(link, { maxRedirects: 0 });
  if (head.headers()['content-disposition']?.startsWith('attachment')) {
    await page.context().request.get(link);
    return [];
  }
  await page.goto(link, { waitUntil: 'load' });
  const found = await page.evaluate(() => [...document.querySelectorAll('a[href], area[href]')].map((it) => it.href.split('#')[0]));
  return found.filter((it) => it.startsWith(base + '/desk'));
}

async function scan(context, links) {
  const pages = await Promise.all([1, 2, 3, 4].map(() => context.newPage()));
  const seen = new Set(links);
  for (let ahead = [...links]; ahead.length; ) {
    const now = ahead.splice(0, pages.length);
    const found = await Promise.all(now.map((link, i) => open(pages[i], link)));
    const fresh = [...new Set(found.flat())].filter((link) => !seen.has(link));
    fresh.forEach((link) => seen.add(link));
    ahead.push(...fresh);
    if (seen.size > MOST_PAGES) throw new Error(`more than ${MOST_PAGES} pages`);
  }
  return seen.size;
}

(async () => {
  const links = await alertLinks();
  if (!links.length) throw new Error('no alert has a link');
  await new Promise((resolve) => setTimeout(resolve, REMEMBERED)); // who set themselves away just now is shown to all
  const before = await state();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
  const opened = [];
  for (const name of ['', 'Kim Lee', 'Lee Park']) {
    const context = await browser.newContext();
    if (name) {
      const page = await context.newPage();
      await page.goto(base + '/desk');
      await page.getByRole('button', { name }).click();
      await page.waitForURL(/\/desk\//);
      await page.close();
    }
    opened.push(await scan(context, name ? [...links, base + '/desk'] : links));
    await context.close();
  }
  await browser.close();
  if (opened.slice(1).some((pages) => pages < links.length + 8)) throw new Error(`too few pages were seen: ${opened}`);
  const changed = changes(before, await state());
  if (changed.length) throw new Error('looking at links changed:\n  ' + changed.slice(0, 20).join('\n  '));

  // an act shows where looking does not
  const [{ lead }] = await json('/_local/leads');
  const token = (await json('/_local/token?person=lee')).token;
  await fetch(`${base}/api/v1/leads/${lead}/acts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `scan-${Date.now()}` },
    body: JSON.stringify({ act: 'noted', text: 'looked at' }),
  });
  if (!changes(before, await state()).length) throw new Error('an act does not show in what is compared');
  console.log(`a scanner with scripts: ${links.length} links of alerts, ${opened.join(' + ')} pages opened, nothing done`);
})().catch((error) => {
  console.error(String(error));
  process.exit(1);
});
