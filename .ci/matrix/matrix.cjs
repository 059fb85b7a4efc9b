// Every client through every fault: what was sent, stored, stored twice, sent again. Ends with 1 if a client loses or doubles
// something that this file does not know about, or asks for a header that preflights do not allow.
const { spawn, execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');
const proxies = require('./proxy.cjs');
const browsers = require('./browser-clients.cjs');

const [work, ...options] = process.argv.slice(2);
const quick = options.includes('--quick');
const named = (option) => (options.find((o) => o.startsWith(option)) || '').slice(option.length).split(',').filter(Boolean);
const only = named('--only=');
const through = named('--through=');
const COUNT = 20;
const KEY = 'WK_matrix';
const root = path.join(__dirname, '..', '..');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const version = (name) => JSON.parse(fs.readFileSync(path.join(work, 'node_modules', name, 'package.json'))).version;
const pip = (name) =>
  execFileSync(path.join(work, 'python/bin/pip'), ['show', name], { encoding: 'utf8' }).match(/Version: (.*)/)[1];

const node = (client) => ['node', [path.join(__dirname, 'server-clients.cjs'), client]];
const python = (client) => [path.join(work, 'python/bin/python'), [path.join(__dirname, 'python_clients.py'), client]];
const java = (program) => ['java', ['-cp', path.join(work, 'java/*'), path.join(__dirname, program)]];
const at = (...file) => fs.existsSync(path.join(work, ...file));
const certificate = path.join(work, 'certificate.pem');
const ruby = () => ['env', [`SSL_CERT_FILE=${certificate}`, 'ruby', '-I', path.join(work, 'ruby/lib'), path.join(__dirname, 'segment_ruby.rb')]];
const php = () => ['php', ['-d', `curl.cainfo=${certificate}`, path.join(__dirname, 'segment_php.php'), path.join(work, 'php')]];
const text = (file, pattern) => fs.readFileSync(path.join(work, file), 'utf8').match(pattern)[1];

const PACKAGES = { segment: '@segment/analytics-next', rudder: '@rudderstack/analytics-js', jitsu: '@jitsu/js' };

function clients() {
  const list = [{ name: 'segment-node', version: version('@segment/analytics-node'), command: node('segment-node') }];
  if (!quick) {
    list.push({ name: 'segment-node 6', version: version('analytics-node'), command: node('segment-node 6') });
    list.push({ name: 'rudder-node', version: version('@rudderstack/rudder-sdk-node'), command: node('rudder-node') });
    if (fs.existsSync(path.join(work, 'python/bin/pip'))) {
      list.push({ name: 'segment-python', version: pip('segment-analytics-python'), command: python('segment-python') });
      list.push({ name: 'rudder-python', version: pip('rudder-sdk-python'), command: python('rudder-python') });
    }
    if (at('java')) {
      list.push({ name: 'segment-java', version: '3.5.4', command: java('SegmentJava.java') });
      list.push({ name: 'rudder-java', version: '3.1.2', command: java('RudderJava.java') });
    }
    if (at('go/clients-under-test')) {
      const go = (client) => [path.join(work, 'go/clients-under-test'), [client]];
      list.push({ name: 'segment-go', version: text('go/go.mod', /segmentio\/analytics-go\/v3 v(\S+)/), command: go('segment-go') });
      list.push({ name: 'rudder-go', version: text('go/go.mod', /rudderlabs\/analytics-go\/v4 v(\S+)/), command: go('rudder-go') });
    }
    if (at('ruby/lib')) {
      list.push({ name: 'segment-ruby', version: text('ruby/lib/segment/analytics/version.rb', /VERSION = '(.*)'/), command: ruby(), tls: true });
    }
    if (at('php/lib')) {
      list.push({ name: 'segment-php', version: text('php/lib/Version.php', /SEGMENT_VERSION = '(.*)'/), command: php(), tls: true });
    }
  }
  for (const name of Object.keys(browsers.PAGES)) {
    const package_ = PACKAGES[name.split('-')[0]];
    if (quick && name.startsWith('jitsu')) continue;
    if (!quick || !name.includes(' ')) list.push({ name, version: version(package_), page: true });
  }
  return list.filter((client) => only.length === 0 || only.includes(client.name));
}

class Stack {
  async start(port) {
    this.data = this.data || fs.mkdtempSync(path.join(work, 'data-'));
    this.process = spawn(path.join(root, 'infra/up'), ['--port', String(port || 0), '--data', this.data, '--source', `${KEY}=browser`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.port = await new Promise((resolve, reject) => {
      let text = '';
      this.process.stdout.on('data', (part) => {
        text += part;
        const ready = text.match(/^ready http:\/\/[^:]+:(\d+)/m);
        if (ready) resolve(Number(ready[1]));
      });
      this.process.once('exit', () => reject(new Error('the stack did not start: ' + text)));
    });
  }

  async kill() {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await gone;
  }

  async json(where) {
    return (await fetch(`http://127.0.0.1:${this.port}${where}`)).json();
  }

  async stored(run) {
    const events = await this.json(`/_local/events?source=${KEY}&limit=100000`);
    return events.filter((event) => event.properties && event.properties.run === run).map((event) => event.properties.n);
  }
}

async function settled(stack, run) {
  for (let quiet = 0, last = -1, end = Date.now() + 60_000; quiet < 8 && Date.now() < end; ) {
    const now = await stack.stored(run).then((events) => events.length, () => -1);
    quiet = now === last ? quiet + 1 : 0;
    last = now;
    if (now >= COUNT && quiet >= 3) return;
    await pause(1_000);
  }
}

function exec([command, before], more) {
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...more.map(String)], { stdio: ['ignore', 'ignore', process.env.SHOW ? 'inherit' : 'ignore'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), 120_000);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

async function begun(proxy) {
  for (const end = Date.now() + 30_000; proxy.state.posts === 0 && Date.now() < end; ) await pause(20);
}

// The first kill comes once the client has begun to send: a page that cannot load its script sends nothing.
async function kills(stack, proxy) {
  await begun(proxy);
  for (let i = 0; i < 2; i++) {
    await pause(600);
    await stack.kill();
    await stack.start(stack.port);
  }
}

async function measure(stack, proxy, browser, site, client, scenario) {
  const run = `${client.name}-${scenario}`.replace(/[^a-z0-9]+/g, '-');
  proxy.state.faults = [...proxies.SCENARIOS[scenario]];
  proxy.state.posts = 0;
  const stage = scenario === 'with the stage' ? '/live' : '';
  const url = (client.tls ? `https://localhost:${proxy.secure}` : `http://127.0.0.1:${proxy.port}`) + stage;
  const killed = scenario === 'two kill -9' ? kills(stack, proxy) : Promise.resolve();
  const done = async () => {
    await killed;
    await begun(proxy);
    await settled(stack, run);
  };
  if (client.page) {
    await browsers.drive(browser, site, client.name, url, KEY, run, COUNT, done);
  } else {
    await exec(client.command, [url, KEY, run, COUNT, scenario === 'two kill -9' ? 40 : 8]);
    await done();
  }
  const stored = await stack.stored(run);
  const distinct = new Set(stored).size;
  return { client: client.name, version: client.version, scenario, sent: COUNT, stored: distinct, doubled: stored.length - distinct, posts: proxy.state.posts };
}

// What a browser sends again after it has learned who its visitor is has the id and the device of what was stored before:
// that is all that is needed to count it once.
async function identified(stack, proxy, browser, site) {
  const run = 'identified-meanwhile';
  proxy.state.faults = ['stored-reset'];
  proxy.state.posts = 0;
  await browsers.identifyMeanwhile(browser, site, `http://127.0.0.1:${proxy.port}`, KEY, run, () => begun(proxy), () => settled(stack, run));
  const events = await stack.json(`/_local/events?source=${KEY}&limit=100000`);
  const same = events.filter((event) => event.properties && event.properties.run === run);
  const kinds = (of) => new Set(same.map(of)).size;
  const held = same.length > 0 && kinds((e) => e.id) === 1 && kinds((e) => e.anonymousId) === 1;
  console.log(
    `segment-browser, identified before it sends again: ${same.length} stored under ${kinds((e) => e.id)} id, ` +
      `${kinds((e) => e.anonymousId)} device, for ${same.map((e) => e.profile.split(':')[0]).join(' and ')}`,
  );
  return held;
}

function table(rows) {
  const lines = ['| client | version | through | sent | stored | doubled | posts |', '|---|---|---|---|---|---|---|'];
  for (const r of rows) lines.push(`| ${r.client} | ${r.version} | ${r.scenario} | ${r.sent} | ${r.stored} | ${r.doubled} | ${r.posts} |`);
  return lines.join('\n');
}

const LINE = /^\| (.+) \| (.+) \| (.+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/;

// The rows that were not measured now stay; a new row of a client goes behind its others.
function write(rows) {
  const file = path.join(root, 'docs/clients.md');
  const text = fs.readFileSync(file, 'utf8');
  const all = text.split('\n').map((line) => line.match(LINE)).filter(Boolean).map(([, client, version, scenario, sent, stored, doubled, posts]) => ({ client, version, scenario, sent, stored, doubled, posts }));
  for (const row of rows) {
    const same = all.findIndex((old) => old.client === row.client && old.scenario === row.scenario);
    const last = all.findLastIndex((old) => old.client === row.client);
    if (same >= 0) all[same] = row;
    else all.splice(last >= 0 ? last + 1 : all.length, 0, row);
  }
  fs.writeFileSync(file, text.replace(/(<!-- matrix -->\n)[\s\S]*?(<!-- end of matrix -->)/, `$1${table(all)}\n$2`));
}

// Losses that the client's own code explains; docs/clients.md says how.
const KNOWN = JSON.parse(fs.readFileSync(path.join(__dirname, 'known-losses.json'), 'utf8'));

// Clients wait for their own back-offs most of the time: so many have a stack of their own at once.
const LANES = 3;

async function lane(task) {
  const stack = new Stack();
  await stack.start();
  const proxy = await proxies.start(() => stack.port, tls);
  const site = await browsers.serve(work);
  try {
    await task(stack, proxy, site);
  } finally {
    site.close();
    proxy.close();
    await stack.kill();
    fs.rmSync(stack.data, { recursive: true, force: true });
  }
  return proxy.state.headers;
}

const tls = at('key.pem') ? { key: fs.readFileSync(path.join(work, 'key.pem')), cert: fs.readFileSync(certificate) } : undefined;

(async () => {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((p) => fs.existsSync(p));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  const scenarios = ['nothing wrong', ...Object.keys(proxies.SCENARIOS).filter((name) => name !== 'nothing wrong')].filter((name) => !quick || ['nothing wrong', '503', 'stored, then reset'].includes(name))
    .filter((name) => through.length === 0 || through.includes(name));
  const all = clients();
  const waiting = [...all];
  const measured = new Map(all.map((client) => [client, []]));
  let isHeld = true;
  let asksLast = only.length === 0 || only.includes('segment-browser');
  const works = async (stack, proxy, site) => {
    for (let client; (client = waiting.shift()); ) {
      for (const scenario of scenarios) {
        const row = await measure(stack, proxy, browser, site, client, scenario);
        measured.get(client).push(row);
        console.log(`${row.client} ${row.version}, ${scenario}: ${row.stored} of ${row.sent} stored, ${row.doubled} doubled, ${row.posts} posts`);
      }
    }
    if (asksLast) {
      asksLast = false;
      isHeld = await identified(stack, proxy, browser, site);
    }
  };
  const headers = new Set();
  try {
    const lanes = Array.from({ length: Math.min(LANES, all.length) }, () => lane(works));
    (await Promise.all(lanes)).forEach((seen) => seen.forEach((name) => headers.add(name)));
  } finally {
    await browser.close();
  }
  const rows = [...measured.values()].flat();
  if (options.includes('--write')) write(rows);
  const allowed = await preflight(rows);
  const bad = rows.filter((r) => r.doubled > 0 || (r.stored < r.sent && !(KNOWN[r.client] || []).includes(r.scenario)));
  const refused = [...headers].filter((name) => !allowed.includes(name));
  if (refused.length) console.error(`preflights do not allow: ${refused.join(', ')}`);
  bad.forEach((r) => console.error(`NOT HELD: ${r.client}, ${r.scenario}: ${r.stored} of ${r.sent} stored, ${r.doubled} doubled`));
  if (!isHeld) console.error('NOT HELD: segment-browser, identified before it sends again');
  console.log(`${rows.length - bad.length} passed, ${bad.length} failed`);
  process.exit(bad.length + refused.length || !isHeld ? 1 : 0);

  async function preflight() {
    const door = path.join(root, 'functions/collect/src/main/java/dev/warmline/functions/collect/Cors.java');
    return fs.readFileSync(door, 'utf8').match(/"Access-Control-Allow-Headers",([\s\S]*?)"Access-Control-Max-Age"/)[1].match(/[a-z][a-z-]+/g);
  }
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
