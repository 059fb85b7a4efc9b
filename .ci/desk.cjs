// Works leads at the desk as people of both teams do, in real Chromium: with and without script, on a wide and a narrow
// screen, light and dark. axe-core looks at every page; what a first view weighs is counted.
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const [base, shots] = process.argv.slice(2);
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((p) => fs.existsSync(p));
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const MOST_BYTES = 60 * 1024;
const MOST_REQUESTS = 4;

const PEOPLE = [
  ['Zoë Müller-Lüdenscheidt', 'Head of Revenue Operations', 'Nordwind Systeme GmbH', 'Germany', 450],
  ['مريم الحسيني', 'CTO', 'شركة الأفق', 'Jordan', 320],
  ['佐藤 美咲', 'VP Engineering', '東都ソフトウェア株式会社', 'Japan', 800],
  ['Ashok-Venkata-Subramaniam-Raghunathan-Krishnamurthy Iyer', 'Director', 'Brightwater', 'India', 250],
  ['<script>alert(1)</script>', 'CEO', '"><img src=x onerror=alert(1)>', 'Nowhere', 210],
  ['Ines Carvalho', 'Founder', 'Alameda Labs', 'Portugal', 60],
  ['Tom Baker', 'Marketing Operations Manager', 'Kestrel', 'United Kingdom', 240],
  ['Olga Petrowa', 'VP Marketing', 'Severny', 'Estonia', 300],
  ['Bjørn Ås', 'Head of Sales', 'Fjordlys', 'Norway', 260],
];

let step = 'start';
const problems = [];
const check = (holds, what) => {
  if (!holds) throw new Error(`${step}: ${what}`);
};

async function idle() {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if ((await (await fetch(base + '/_local/idle')).json()).idle) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the stack was still busy after a minute');
}

/** People who come into the queue of sales, some of them in a hurry; the last two did all that long ago, so they wait. */
async function visitors() {
  const batch = [];
  const past = new Date(Date.now() - 6 * 24 * 3600_000).toISOString();
  PEOPLE.forEach(([name, role, company, country, employees], i) => {
    const who = { userId: `desk-${i}`, context: { page: { url: 'https://shop.example/' } }, ...(i >= PEOPLE.length - 2 && { timestamp: past }) };
    const track = (event, properties) => batch.push({ ...who, type: 'track', event, properties });
    batch.push({ ...who, type: 'identify', traits: { name, role, company, country, employees, email: `desk-${i}@company-${i}.example`, phone: '+49 30 1234567', industry: 'software' } });
    batch.push({ ...who, type: 'page', name: 'Pricing', properties: { path: '/pricing', title: 'Pricing' } });
    track('Whitepaper Downloaded', { title: 'Lead scoring without guesswork' });
    track('Webinar Registered', { title: 'Sales and marketing, one queue' });
    track('Form Submitted', { form: 'contact' });
    if (i % 3 === 1) track('Demo Requested', {});
  });
  const answer = await fetch(base + '/v1/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Basic ' + Buffer.from('local-server:').toString('base64') },
    body: JSON.stringify({ batch }),
  });
  check(answer.status === 200, `the batch was answered ${answer.status}`);
  await idle();
}

async function sound(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  found.violations.forEach((it) => problems.push(`${name}: ${it.id}: ${it.help} at ${it.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) problems.push(`${name}: the page is ${wide} px wider than its window`);
}

async function main() {
  fs.mkdirSync(shots, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const open = async (options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => problems.push(`${step}: ${error}`));
    page.on('console', (line) => {
      if (line.type() === 'error' && !/status of (401|403|404|409|422)/.test(line.text())) problems.push(`${step}: ${line.text()}`);
    });
    return page;
  };
  const signIn = async (page, name, to = '/desk') => {
    await page.goto(base + to);
    await page.getByRole('button', { name }).click();
    await page.waitForURL(/\/desk\//);
  };
  const shot = (page, name, fullPage = true) => page.screenshot({ path: path.join(shots, `desk-${name}.png`), fullPage });

  step = 'visitors';
  await visitors();

  step = 'sign in';
  const kim = await open();
  await kim.goto(base + '/desk');
  check(!kim.url().startsWith(base), 'the desk did not lead to the issuer');
  await sound(kim, 'demo sign-in');
  await kim.getByRole('button', { name: 'Kim Lee' }).click();
  await kim.waitForURL(base + '/desk/queue');

  step = 'first view';
  const weighed = async (url) => {
    const page = await kim.context().newPage();
    const sizes = [];
    page.on('response', (answer) => sizes.push(answer.body().then((body) => body.length)));
    await page.goto(url, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    await page.close();
    check(bytes <= MOST_BYTES && sizes.length <= MOST_REQUESTS, `${url}: ${bytes} bytes in ${sizes.length} requests`);
    return `${bytes} bytes in ${sizes.length} requests`;
  };
  const queueWeight = await weighed(base + '/desk/queue');
  await sound(kim, 'queue');
  await shot(kim, 'queue', false);

  step = 'take by keyboard';
  const rows = await kim.locator('.row').count();
  check(rows >= 5, `the queue shows ${rows} leads`);
  do await kim.keyboard.press('j');
  while (!(await kim.evaluate(() => document.activeElement.closest('.row').querySelector('.mine'))));
  const first = await kim.evaluate(() => document.activeElement.textContent);
  await kim.keyboard.press('a');
  await kim.waitForURL(/\/desk\/leads\//);
  check((await kim.locator('.whom').innerText()).includes('yours'), 'the lead is not hers');
  check((await kim.locator('h1').innerText()) === first, 'it is another lead');
  const leadWeight = await weighed(kim.url());
  await sound(kim, 'lead');
  await kim.getByRole('link', { name: /event by event/ }).click();
  await kim.locator('.did').waitFor();
  check((await kim.locator('.did .worth').count()) > 0, 'no event is worth anything');
  await sound(kim, 'what they did');
  await shot(kim, 'lead', false);
  await shot(kim, 'lead-whole');
  await kim.getByRole('button', { name: 'Undo' }).click();
  await kim.getByRole('button', { name: 'Take it' }).waitFor();

  step = 'return in two clicks';
  await kim.goto(base + '/desk/queue');
  await kim.locator('.row:has(.mine):has(form) .name').first().click();
  await kim.getByText('Return it to marketing').click();
  await sound(kim, 'return');
  await shot(kim, 'return', false);
  await kim.getByRole('button', { name: 'No budget' }).click();
  await kim.locator('.stage', { hasText: 'Recycled' }).waitFor();
  check((await kim.locator('.remark').first().innerText()).includes('Kim Lee gave it back: no-budget'), 'it is not said who gave it back');

  step = 'bad data, which marketing answers';
  await kim.goto(base + '/desk/queue');
  await kim.locator('.row:has(.mine):has(form) .name').first().click();
  const spoilt = await kim.locator('h1').innerText();
  await kim.getByText('Return it to marketing').click();
  await kim.getByRole('button', { name: 'Bad data' }).click();
  await kim.locator('.stage', { hasText: 'Recycled' }).waitFor();
  const mia = await open();
  await signIn(mia, 'Mia', '/desk/returned');
  await mia.goto(base + '/desk/returned');
  const back = mia.locator('.row', { hasText: spoilt });
  await back.getByText('Answer', { exact: true }).first().click();
  await sound(mia, 'returned');
  await shot(mia, 'returned', false);
  await back.locator('select[name=answer], input[name=answer][value=mended]').first().evaluate((it) => (it.tagName === 'SELECT' ? (it.value = 'mended') : (it.checked = true)));
  await back.getByRole('button', { name: 'Answer' }).click();
  await mia.locator('.row', { hasText: spoilt }).waitFor();
  check((await mia.locator('.row', { hasText: spoilt }).getByText('Answer', { exact: true }).count()) === 0, 'it still asks for an answer');

  step = 'release who waits';
  await mia.goto(base + '/desk/waiting');
  await sound(mia, 'waiting');
  await shot(mia, 'waiting', false);
  const waiting = await mia.locator('.row').count();
  check(waiting === 2, `${waiting} wait`);
  await mia.locator('.row').first().getByRole('button', { name: 'Release' }).click();
  await mia.waitForLoadState();
  await mia.goto(base + '/desk/waiting');
  check((await mia.locator('.row').count()) === 1, 'nobody was released');

  step = 'what both teams run';
  const lee = await open();
  await signIn(lee, 'Lee Park');
  for (const name of ['waiting', 'returned', 'team', 'agreement', 'model', 'new']) {
    await lee.goto(base + '/desk/' + name);
    await sound(lee, name);
    await shot(lee, name);
    await lee.setViewportSize({ width: 360, height: 800 });
    await sound(lee, `${name} at 360 px`);
    await shot(lee, `${name}-360`);
    await lee.setViewportSize({ width: 1280, height: 900 });
    await lee.emulateMedia({ colorScheme: 'dark' });
    await sound(lee, `${name}, dark`);
    await shot(lee, `${name}-dark`);
    await lee.emulateMedia({ colorScheme: 'light' });
    await weighed(base + '/desk/' + name);
  }

  step = 'two people at one button';
  const bo = await open();
  await signIn(bo, 'Bo Novak');
  await kim.goto(base + '/desk/queue');
  await bo.goto(base + '/desk/queue');
  const wanted = await kim.locator('.row:has(.mine):has(form) .name').first().innerText();
  const row = (page) => page.locator('.row', { hasText: wanted }).getByRole('button', { name: 'Take' });
  await row(kim).click();
  await kim.waitForURL(/\/desk\/leads\//);
  await row(bo).click();
  await bo.getByText('Kim Lee has this lead').waitFor();
  await sound(bo, 'taken by another');
  await shot(bo, 'theirs', false);
  await bo.getByRole('button', { name: /Take it over/ }).click();
  await bo.waitForURL(/\/desk\/leads\//);
  check((await bo.locator('.whom').innerText()).includes('yours'), 'it was not taken over');

  step = 'session over in a form';
  const text = 'They need it by May.\nCall after five \u2014 \u00dcbergabe, 引き継ぎ & <b>no markup</b>.';
  await bo.getByText('Write a note').click();
  await bo.locator('textarea[name=text]').last().fill(text);
  await bo.context().clearCookies();
  await bo.getByRole('button', { name: 'Write it down' }).last().click();
  await bo.getByText('nothing is lost').waitFor();
  check((await bo.locator('.written').innerText()).includes('They need it by May.'), 'the text is not shown');
  await sound(bo, 'session over');
  await shot(bo, 'session-over', false);
  await bo.getByRole('link', { name: 'Sign in and go on' }).click();
  await bo.getByRole('button', { name: 'Bo Novak' }).click();
  await bo.waitForURL(base + '/desk/again');
  check((await bo.locator('textarea').inputValue()) === text, 'the text did not come back');
  await sound(bo, 'back at the form');
  await bo.getByRole('button', { name: 'Send' }).click();
  await bo.locator('blockquote', { hasText: 'They need it by May.' }).waitFor();

  step = 'without script';
  const plain = await open({ javaScriptEnabled: false });
  await signIn(plain, 'Bo Novak');
  await plain.locator('select[name=stage]').selectOption('MQL');
  await plain.getByRole('button', { name: 'Show' }).click();
  await plain.waitForURL(/stage=MQL/);
  await plain.getByRole('button', { name: 'Take', exact: true }).first().click();
  await plain.waitForURL(/\/desk\/leads\//);
  check((await plain.locator('.whom').innerText()).includes('yours'), 'it was not taken');
  await plain.locator('summary', { hasText: 'I spoke with them' }).click();
  await plain.locator('input[name=how]').fill('a call');
  await plain.locator('.panel[open] button').click();
  await plain.getByText('Cycle 1').waitFor();

  step = 'a narrow screen';
  for (const width of [360, 390]) {
    const narrow = await open({ viewport: { width, height: 844 }, hasTouch: true, isMobile: true });
    await signIn(narrow, 'Kim Lee');
    await sound(narrow, `queue at ${width} px`);
    await shot(narrow, `queue-${width}`, false);
    await narrow.goto(base + '/desk/queue?queue=all');
    await narrow.locator('.row .name').first().click();
    await sound(narrow, `lead at ${width} px`);
    await shot(narrow, `lead-${width}`);
  }

  step = 'somebody far away';
  const far = await open({ timezoneId: 'Pacific/Auckland' });
  await signIn(far, 'Kim Lee');
  await far.goto(kim.url());
  const times = await far.locator('time[datetime]').evaluateAll((all) => all.map((it) => [it.dateTime, it.title, it.textContent]));
  check(times.length > 3, `the lead has ${times.length} times`);
  for (const [iso, title, words] of times) {
    const there = new Intl.DateTimeFormat('en-GB', { timeZone: 'Pacific/Auckland', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
    const exact = there.format(new Date(iso));
    check(title.endsWith(`${exact} Pacific/Auckland`), `${iso} shows as ${title}, not as ${exact}`);
    check(!/^[A-Z]/.test(words) || words.endsWith(exact.slice(0, 5)), `${iso} is called ${words}`);
  }
  const still = await open({ javaScriptEnabled: false, timezoneId: 'Pacific/Auckland' });
  await signIn(still, 'Kim Lee');
  await still.goto(kim.url());
  check(!(await still.locator('time').first().getAttribute('title')).endsWith('Pacific/Auckland'), 'without a script the zone is the desk\'s');

  step = 'dark';
  const dark = await open({ colorScheme: 'dark' });
  await signIn(dark, 'Lee Park');
  await sound(dark, 'queue, dark');
  await shot(dark, 'queue-dark', false);
  await dark.locator('.row .name').first().click();
  await sound(dark, 'lead, dark');
  await shot(dark, 'lead-dark', false);

  step = 'what is kept';
  const file = await dark.getByRole('link', { name: 'Everything that is kept' }).getAttribute('href');
  const kept = await dark.request.get(new URL(file, base).href);
  check(kept.headers()['content-disposition'].startsWith('attachment') && (await kept.json()).records.length > 5, 'the file lacks something');
  await dark.locator('summary', { hasText: 'Erase this person' }).click();
  await dark.locator('select[name=sure]').waitFor();
  await sound(dark, 'erase');

  step = 'nobody there';
  await kim.goto(base + '/desk/queue?owner=mia');
  await sound(kim, 'nobody fits');
  await kim.goto(base + '/desk/leads/nobody');
  await sound(kim, 'no such lead');

  step = 'sign out';
  await kim.getByRole('button', { name: 'Sign out' }).click();
  await kim.getByText('You are signed out').waitFor();
  await sound(kim, 'signed out');
  await kim.goto(base + '/desk/queue');
  check(!kim.url().startsWith(base), 'the session goes on');
  await browser.close();

  if (problems.length) throw new Error('on the pages of the desk:\n  ' + [...new Set(problems)].join('\n  '));
  console.log(`the desk in a browser: queue ${queueWeight}, lead ${leadWeight}, axe-core finds nothing`);
}

main().catch((error) => {
  console.error(String(error));
  problems.forEach((it) => console.error(it));
  process.exit(1);
});
