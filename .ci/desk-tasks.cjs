// Five tasks that both teams do every day, at the desk in real Chromium: what a hand does for each, and how long somebody
// takes who knows the desk. Seconds are reckoned by the Keystroke-Level Model (Card, Moran and Newell, 1980; B by Kieras,
// 1993): K a key, P to point, B to press or let go of a button, H from mouse to keyboard or back, M to think before each
// click and each text. What the desk itself takes until the next page stands there is measured.
const fs = require('node:fs');
const { chromium } = require('playwright-core');

const [base] = process.argv.slice(2);
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((p) => fs.existsSync(p));
const SECONDS = { K: 0.28, P: 1.1, B: 0.1, H: 0.4, M: 1.35 };
const NOTE = 'They signed with Kestrel';
const MANY = 14;
const WAITING = 6;

async function idle() {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if ((await (await fetch(base + '/_local/idle')).json()).idle) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the stack was still busy after a minute');
}

/** People who fit and ask for a demo; what the first ones did was long ago, so they wait. */
async function visitors() {
  const batch = [];
  for (let i = 0; i < MANY; i++) {
    const at = Date.now() - (i < WAITING ? 6 * 24 * 3600_000 : 60_000);
    const who = { userId: `task-${i}`, timestamp: new Date(at).toISOString() };
    const traits = { name: `Robin Task ${i}`, role: 'Head of Sales', company: `Task ${i} Ltd`, employees: 240, industry: 'software', email: `robin@task-${i}.example` };
    batch.push({ ...who, type: 'identify', traits });
    for (const event of ['Form Submitted', 'Webinar Registered', 'Whitepaper Downloaded']) batch.push({ ...who, type: 'track', event, properties: { title: event } });
  }
  const answer = await fetch(base + '/v1/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Basic ' + Buffer.from('local-server:').toString('base64') },
    body: JSON.stringify({ batch }),
  });
  if (answer.status !== 200) throw new Error(`the batch was answered ${answer.status}`);
  await idle();
}

/** A hand at mouse and keyboard, which begins at the mouse. */
class Hand {
  constructor(page) {
    Object.assign(this, { page, place: 'mouse', clicks: 0, keys: 0, seconds: 0, response: 0 });
  }

  does(place, operators) {
    if (this.place !== place) this.seconds += SECONDS.H;
    this.place = place;
    for (const [operator, times] of Object.entries(operators)) this.seconds += SECONDS[operator] * times;
  }

  /** What stands there when it is done, if it leads to another page. */
  async until(shown, act) {
    const begun = performance.now();
    await act();
    if (shown) await shown.waitFor();
    if (shown) this.response += (performance.now() - begun) / 1000;
  }

  async click(target, shown, options = {}) {
    this.does('mouse', { M: 1, P: 1, B: 2 });
    this.clicks++;
    await this.until(shown, () => target.click(options));
  }

  async write(text) {
    this.does('keyboard', { M: 1, K: text.length });
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  async press(keys, shown) {
    for (const [i, key] of keys.entries()) {
      this.does('keyboard', { K: key.split('+').length });
      this.keys += key.split('+').length;
      await this.until(i === keys.length - 1 ? shown : undefined, () => this.page.keyboard.press(key));
    }
  }

  /** Reads what the page says. */
  think() {
    this.seconds += SECONDS.M;
  }
}

const mine = (page) => page.locator('.row:has(.mine):has(form)').first();
const tab = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true });
const day = (date) => [date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('') + date.getFullYear();

/** Each with who does it, the most clicks and keys it may take, and what is true when it is done. */
const TASKS = [
  {
    name: 'take the hottest',
    who: 'kim',
    clicks: 1,
    keys: 0,
    do: (hand, page) => hand.click(mine(page).getByRole('button', { name: 'Take' }), page.locator('.whom', { hasText: 'yours' })),
  },
  {
    name: 'take the hottest, by keys',
    who: 'kim',
    clicks: 0,
    keys: 2,
    from: '/desk/queue?owner=me&stage=MQL',
    async do(hand, page) {
      hand.think();
      await hand.press(['j', 'a'], page.locator('.whom', { hasText: 'yours' }));
    },
  },
  {
    name: 'return one, with a note',
    who: 'kim',
    clicks: 3,
    keys: NOTE.length + 2,
    async do(hand, page) {
      await hand.click(mine(page).locator('.name'), page.locator('.whom'));
      await hand.click(page.getByText('Return it to marketing'));
      await hand.click(page.locator('summary', { hasText: 'Competitor' }), page.locator('textarea:focus'));
      await hand.write(NOTE);
      await hand.press(['Control+Enter'], page.locator('.remark', { hasText: NOTE }));
    },
  },
  {
    name: 'find why',
    who: 'kim',
    clicks: 1,
    keys: 0,
    async do(hand, page) {
      await hand.click(mine(page).locator('.name'), page.locator('.fall tfoot').first());
      hand.think();
      const sum = await page.locator('.fall tfoot').first().boundingBox();
      if (sum.y + sum.height > page.viewportSize().height) throw new Error('the sum stands below the window');
      const [total, parts] = await page.evaluate(() => {
        const fall = document.querySelector('.fall');
        const points = (cell) => Number(cell.textContent.replace('\u2212', '-'));
        return [points(fall.querySelector('tfoot td')), [...fall.querySelectorAll('tbody td:not(.bar)')].map(points).reduce((a, b) => a + b, 0)];
      });
      if (Math.abs(total - parts) > 0.05) throw new Error(`${parts} points are said to be ${total}`);
    },
  },
  {
    name: 'release five',
    who: 'mia',
    clicks: 2,
    keys: 0,
    async do(hand, page) {
      await hand.click(tab(page, 'Waiting'), page.getByRole('heading', { name: 'Who waits' }));
      const before = await page.locator('.row').count();
      await hand.click(page.locator('.decide').getByRole('button', { name: 'Release', exact: true }), page.locator('.row').nth(before - 5 - 1).or(page.locator('.empty')));
      await page.waitForLoadState();
      const after = await page.locator('.row').count();
      if (before - after !== 5) throw new Error(`of ${before} who waited ${after} do`);
    },
  },
  {
    name: 'set away for a week',
    who: 'kim',
    clicks: 3,
    keys: 18,
    async do(hand, page) {
      const from = new Date(Date.now() + 7 * 24 * 3600_000);
      const to = new Date(Date.now() + 11 * 24 * 3600_000);
      await hand.click(tab(page, 'Team'), page.getByRole('heading', { name: 'The team' }));
      const own = page.locator('.row', { hasText: 'Kim Lee' }).first();
      await hand.click(own.getByLabel('First day away'), undefined, { position: { x: 14, y: 14 } });
      await hand.write(day(from));
      await hand.press(['Tab', 'Tab']);
      await hand.write(day(to));
      await hand.click(own.getByRole('button', { name: 'Set away' }), own.locator('.why', { hasText: `away ${from.toISOString().slice(0, 10)}..${to.toISOString().slice(0, 10)}` }));
      await own.getByRole('button', { name: 'Back again' }).click();
    },
  },
];

(async () => {
  await visitors();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
  const pages = {};
  for (const [id, name] of [['kim', 'Kim Lee'], ['mia', 'Mia']]) {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', timezoneId: 'UTC' })).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(base + '/desk');
    await page.getByRole('button', { name }).click();
    await page.waitForURL(/\/desk\//);
    pages[id] = page;
  }
  console.log('task                        clicks  keys  by hand, s  desk, s  all, s');
  for (const task of TASKS) {
    const page = pages[task.who];
    await page.goto(base + (task.from ?? '/desk/queue'));
    const hand = new Hand(page);
    await task.do(hand, page).catch((error) => {
      throw new Error(`${task.name}: ${error.message ?? error}`);
    });
    console.log(`${task.name.padEnd(28)}${String(hand.clicks).padStart(6)}${String(hand.keys).padStart(6)}${hand.seconds.toFixed(1).padStart(13)}${hand.response.toFixed(2).padStart(9)}${(hand.seconds + hand.response).toFixed(1).padStart(8)}`);
    if (hand.clicks > task.clicks || hand.keys > task.keys) throw new Error(`${task.name}: ${hand.clicks} clicks and ${hand.keys} keys, not ${task.clicks} and ${task.keys}`);
  }
  await browser.close();
})().catch((error) => {
  console.error(String(error));
  process.exit(1);
});
