// Stands between a client and the stack and does to the first posts what a scenario says.
const http = require('node:http');
const https = require('node:https');

const SCENARIOS = {
  'nothing wrong': [],
  503: ['503', '503'],
  429: ['429', '429'],
  500: ['500', '500'],
  reset: ['reset', 'reset'],
  'stored, then 503': ['stored-503', 'stored-503'],
  'stored, then reset': ['stored-reset', 'stored-reset'],
  'truncated answer': ['stored-truncated', 'stored-truncated'],
  'two kill -9': [],
  'with the stage': [],
};

// The port of the stack may change while it is killed and started anew: it is asked for each time. Some clients speak TLS only:
// for them it listens on a second port, with this key and certificate.
async function start(stack, tls) {
  const state = { faults: [], posts: 0, headers: new Set() };
  const listener = (request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('error', () => {});
    request.on('end', () => handle(state, stack(), request, response, Buffer.concat(parts)));
  };
  const servers = [http.createServer(listener), ...(tls ? [https.createServer(tls, listener)] : [])];
  for (const server of servers) {
    server.keepAliveTimeout = 1_000;
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
  const [port, secure] = servers.map((server) => server.address().port);
  return { state, port, secure, close: () => servers.forEach((server) => server.close()) };
}

function handle(state, port, request, response, body) {
  const asked = request.headers['access-control-request-headers'];
  if (asked) asked.split(',').forEach((name) => state.headers.add(name.trim().toLowerCase()));
  const fault = request.method === 'POST' ? state.faults.shift() : undefined;
  if (request.method === 'POST') state.posts++;
  if (fault === 'reset') return request.socket.destroy();
  if (/^\d+$/.test(fault || '')) return refuse(request, response, Number(fault));
  const onward = http.request(
    { host: '127.0.0.1', port, method: request.method, path: request.url, headers: { ...request.headers, connection: 'close' } },
    (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => pass(fault, request, response, answer, Buffer.concat(parts)));
    },
  );
  onward.on('error', () => request.socket.destroy());
  onward.end(body);
}

function pass(fault, request, response, answer, body) {
  if (fault === 'stored-reset') return request.socket.destroy();
  if (fault === 'stored-503') return refuse(request, response, 503);
  const headers = { ...answer.headers, connection: 'close' };
  delete headers['transfer-encoding'];
  if (fault === 'stored-truncated') {
    response.writeHead(answer.statusCode, { ...headers, 'content-length': body.length });
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy());
    return;
  }
  response.writeHead(answer.statusCode, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function refuse(request, response, status) {
  const headers = { 'content-type': 'application/json', 'retry-after': '1', connection: 'close' };
  if (request.headers.origin) {
    headers['access-control-allow-origin'] = request.headers.origin;
    headers['access-control-allow-credentials'] = 'true';
    headers['access-control-expose-headers'] = 'Retry-After';
  }
  response.writeHead(status, headers);
  response.end('{"success":false,"error":"planted","code":"planted","message":"planted"}');
}

module.exports = { SCENARIOS, start };
