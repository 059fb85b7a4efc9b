// Walks through the demo site as a visitor would, in real Chromium, and looks at the inbox.
// The pages carry nothing of ours but the stock Segment package with a host and a write key.
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const [base, shots] = process.argv.slice(2);
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((p) => fs.existsSync(p));

const json = async (where) => (await fetch(base + where)).json();

async function idle() {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if ((await json('/_local/idle')).idle) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the stack was still busy after a minute');
}

(async () => {
  fs.mkdirSync(shots, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const accepted = () =>
    page.waitForResponse((r) => /\/v1\/[a-z]+$/.test(new URL(r.url()).pathname) && r.request().method() === 'POST');
  const visit = async (where) => {
    const answer = accepted();
    await page.goto(base + where);
    if ((await answer).status() !== 200) throw new Error(`${where}: answered ${(await answer).status()}`);
  };

  await visit('/');
  await visit('/pricing');
  await visit('/guide');
  await Promise.all([accepted(), page.click('[data-warmline=download]')]);
  await visit('/contact');
  await page.fill('[name=name]', 'Jane Doe');
  await page.fill('[name=email]', 'jane@acme.example');
  await page.fill('[name=company]', 'Acme Corp');
  for (const [name, value] of [['employees', '450'], ['role', 'cto']]) {
    const field = page.locator(`[name=${name}]`);
    if (await field.count()) {
      (await field.evaluate((f) => f.tagName)) === 'SELECT' ? await field.selectOption(value) : await field.fill(value);
    }
  }
  await Promise.all([accepted(), page.click('button[type=submit]')]);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(shots, 'site.png') });

  await idle();
  const alerts = await json('/_local/inbox');
  await page.goto(base + '/inbox');
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(shots, 'inbox.png'), fullPage: true });
  await page.goto(base + '/leads');
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(shots, 'leads.png'), fullPage: true });
  await browser.close();

  if (problems.length) throw new Error('errors on the pages: ' + problems.join('; '));
  if (alerts.length !== 1) throw new Error(`expected one alert, the inbox has ${alerts.length}`);
  console.log(`one visitor, one alert: ${alerts[0].subject}`);
  console.log(`screenshots in ${shots}`);
})().catch((error) => {
  console.error(String(error));
  process.exit(1);
});
