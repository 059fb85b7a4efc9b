// Sends events with a server's client: node server-clients.cjs CLIENT URL KEY RUN COUNT
const [client, url, key, run, count] = process.argv.slice(2);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function segment() {
  const { Analytics } = require('@segment/analytics-node');
  const host = new URL(url);
  const analytics = new Analytics({
    writeKey: key, host: host.origin, path: host.pathname.replace(/\/$/, '') + '/v1/batch', flushAt: 5, maxRetries: 20,
  });
  analytics.on('error', () => {});
  for (let n = 0; n < count; n++) {
    analytics.track({ userId: `u-${run}`, event: 'Sent', properties: { run, n } });
    await pause(150);
  }
  await analytics.closeAndFlush({ timeout: 60_000 });
}

async function segment6() {
  const Analytics = require('analytics-node');
  const analytics = new Analytics(key, { host: url, flushAt: 5, flushInterval: 500, errorHandler: () => {} });
  for (let n = 0; n < count; n++) {
    analytics.track({ userId: `u-${run}`, event: 'Sent', properties: { run, n } });
    await pause(150);
  }
  for (const end = Date.now() + 30_000; Date.now() < end && analytics.queue.length > 0; ) {
    await analytics.flush().catch(() => {});
    await pause(1_000);
  }
  await pause(5_000);
}

async function rudder() {
  const Rudder = require('@rudderstack/rudder-sdk-node');
  const analytics = new (Rudder.default || Rudder)(key, { dataPlaneUrl: url, flushAt: 5, flushInterval: 500, errorHandler: () => {} });
  for (let n = 0; n < count; n++) {
    analytics.track({ userId: `u-${run}`, event: 'Sent', properties: { run, n } });
    await pause(150);
  }
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    await analytics.flush().catch(() => {});
    await pause(1_000);
    if (!analytics.queue || analytics.queue.length === 0) break;
  }
  await pause(2_000);
}

({ 'segment-node': segment, 'segment-node 6': segment6, 'rudder-node': rudder })[client]().then(() => process.exit(0), (error) => {
  console.error(String(error));
  process.exit(1);
});
