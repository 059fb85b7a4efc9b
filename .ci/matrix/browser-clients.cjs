// Pages that carry nothing but a stock browser client with a host and a key, driven in Chromium.
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const SNIPPET = (url, key) => `
!function(){var i="analytics",a=window[i]=window[i]||[];if(!a.initialize){a.invoked=!0;
a.methods=["track","page","identify","reset","ready","on","setAnonymousId","register","addSourceMiddleware"];
a.factory=function(e){return function(){if(window[i].initialized)return window[i][e].apply(window[i],arguments);
var n=Array.prototype.slice.call(arguments);n.unshift(e);a.push(n);return a}};
for(var n=0;n<a.methods.length;n++){var k=a.methods[n];a[k]=a.factory(k)}
a.load=function(k,o){var t=document.createElement("script");t.async=!0;t.setAttribute("data-global-segment-analytics-key",i);
t.src="${url}/analytics.js/v1/"+k+"/analytics.min.js";document.head.appendChild(t);a._loadOptions=o};
a._writeKey="${key}";a._cdn="${url}";a.SNIPPET_VERSION="5.2.1"}}();`;

const segment = (options) => (url, key) =>
  `<script>${SNIPPET(url, key)} analytics.load(${JSON.stringify(key)}, ${JSON.stringify(options)});
   window.sent = (run, n) => analytics.track('Sent', { run, n });</script>`;
const rudder = (options) => (url, key) =>
  `<script src="/rudder.js"></script><script>
   const client = new rudderanalytics.RudderAnalytics();
   client.load(${JSON.stringify(key)}, ${JSON.stringify(url)}, ${JSON.stringify({ ...options, configUrl: url })});
   window.sent = (run, n) => client.track('Sent', { run, n });</script>`;

const jitsu = (url, key) =>
  `<script src="/jitsu.js"></script><script>
   const client = jitsu.jitsuAnalytics(${JSON.stringify({ host: url, writeKey: key })});
   window.sent = (run, n) => client.track('Sent', { run, n });</script>`;

const batching = { strategy: 'batching', config: { size: 5, timeout: 500 } };
const PAGES = {
  'segment-browser': { page: segment({}) },
  'segment-browser batching': { page: segment({ integrations: { 'Segment.io': { deliveryStrategy: batching } } }) },
  'segment-browser page hide': {
    page: segment({ integrations: { 'Segment.io': { deliveryStrategy: { strategy: 'batching', config: { size: 50, timeout: 60_000 } } } } }),
    leaves: true,
  },
  'rudder-browser': { page: rudder({}) },
  'rudder-browser batch': { page: rudder({ queueOptions: { batch: { enabled: true, maxItems: 5, flushInterval: 500 } } }) },
  'rudder-browser beacon': { page: rudder({ useBeacon: true, beaconQueueOptions: { flushQueueInterval: 1_000 } }), leaves: true },
  'jitsu-browser': { page: jitsu },
};

function serve(work) {
  const scripts = {
    '/rudder.js': path.join(work, 'node_modules/@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js'),
    '/jitsu.js': path.join(work, 'jitsu.js'),
  };
  const state = { html: '' };
  const server = http.createServer((request, response) => {
    const script = scripts[request.url];
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' });
    response.end(script ? fs.readFileSync(script) : `<!doctype html><title>page</title>${state.html}`);
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve({ state, url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() })),
  );
}

async function drive(browser, site, name, url, key, run, count, settled) {
  const { page: html, leaves } = PAGES[name];
  site.state.html = html(url, key);
  const context = await browser.newContext();
  const page = await context.newPage();
  if (process.env.SHOW) page.on('console', (message) => console.error(`  ${name}: ${message.text()}`));
  await page.goto(site.url);
  for (let n = 0; n < count; n++) {
    await page.evaluate(([r, i]) => void window.sent(r, i), [run, n]);
    await page.waitForTimeout(150);
  }
  if (leaves) {
    await page.waitForTimeout(2_000);
    await page.goto('about:blank');
    await page.waitForTimeout(500);
    site.state.html = html(url, key);
    await page.goto(site.url);
  }
  await settled();
  await context.close();
}

// The answer to the first event is lost, and before it is sent again its sender says who it is.
async function identifyMeanwhile(browser, site, url, key, run, sent, settled) {
  site.state.html = PAGES['segment-browser'].page(url, key);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url);
  await page.evaluate((r) => void window.sent(r, 0), run);
  await sent();
  await page.evaluate((r) => void window.analytics.identify(`u-${r}`), run);
  await settled();
  await context.close();
}

module.exports = { PAGES, serve, drive, identifyMeanwhile };
