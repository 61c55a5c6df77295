import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';
import { c, java } from './programs.ts';

let runner: TestRunner;
let reached = 0;
const tcp = createServer(socket => {
  reached++;
  socket.destroy();
});
const udp = createSocket('udp4').on('message', () => reached++);
/** The same number for both, on every address of the machine. */
let port = 0;
beforeAll(async () => {
  tcp.listen(0, '0.0.0.0');
  await once(tcp, 'listening');
  const address = tcp.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  port = address.port;
  udp.bind(port, '0.0.0.0');
  await once(udp, 'listening');
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(async () => {
  tcp.close();
  udp.close();
  await runner.close();
});

describe('the network, by the means of other languages than Python', () => {
  test.each<[string, (port: number) => string]>([
    [
      'javascript',
      port => `const net = require('node:net'), dgram = require('node:dgram'), dns = require('node:dns');
const say = (name, what) => console.log(name, what);
for (const host of ['1.1.1.1', '127.0.0.1', '169.254.169.254', '::1', '0.0.0.0'])
  net.connect({ host, port: ${port}, timeout: 500 }, () => say(host, 'REACHED')).on('error', e => say(host, 'refused'));
dns.lookup('example.com', error => say('dns', error ? 'refused' : 'REACHED'));
dns.setServers(['8.8.8.8', '127.0.0.1:${port}']); const resolver = new dns.Resolver({ timeout: 200, tries: 1 });
resolver.resolve4('example.com', error => say('resolver', error ? 'refused' : 'REACHED'));
const socket = dgram.createSocket('udp4'); socket.send('x', ${port}, '8.8.8.8', error => { say('udp', error ? 'refused' : 'REACHED'); socket.send('x', ${port}, '127.0.0.1', () => socket.close()); });`,
    ],
    [
      'java',
      port =>
        java(`for (String host : new String[] {"1.1.1.1", "127.0.0.1", "169.254.169.254", "::1", "0.0.0.0", "example.com"})
  try (Socket one = new Socket()) { one.connect(new InetSocketAddress(host, ${port}), 500); System.out.println(host + " REACHED"); }
  catch (Exception error) { System.out.println(host + " refused"); }
try (DatagramSocket one = new DatagramSocket()) { one.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName("8.8.8.8"), ${port})); System.out.println("udp REACHED"); }
catch (Exception error) { System.out.println("udp refused"); }
try (DatagramSocket one = new DatagramSocket()) { one.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName("127.0.0.1"), ${port})); } catch (Exception error) { }
System.out.println("end refused");`),
    ],
    [
      'c',
      port =>
        c(`const char *hosts[] = {"1.1.1.1", "127.0.0.1", "169.254.169.254", "10.0.0.1", "0.0.0.0"};
for (int i = 0; i < 5; i++) {
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(${port})}; inet_pton(AF_INET, hosts[i], &a.sin_addr);
  int t = socket(AF_INET, SOCK_STREAM, 0), u = socket(AF_INET, SOCK_DGRAM, 0);
  printf("tcp %s\\n", connect(t, (struct sockaddr *)&a, sizeof a) ? "refused" : "REACHED");
  int sent = sendto(u, "x", 1, 0, (struct sockaddr *)&a, sizeof a);
  /* The slot has a loopback of its own: a datagram to it goes, and to no one. */
  printf("udp %s\\n", sent < 0 || i == 1 || i == 4 ? "refused" : "REACHED");
}
printf("dns %s\\n", gethostbyname("example.com") ? "REACHED" : "refused");
int families[] = {AF_NETLINK, AF_PACKET, 40, 38, 31, 44, 21};
for (int i = 0; i < 7; i++) printf("family %d %s\\n", families[i], socket(families[i], SOCK_RAW, 0) < 0 && socket(families[i], SOCK_DGRAM, 0) < 0 && errno == EPERM ? "refused" : "REACHED");
return 0;`),
    ],
  ])('nothing outside of the slot is reached: %s', async (language, content) => {
    const run = await runner.run(language, content(port), { run_timeout: 15_000 });
    expect(run.stdout).toContain('refused');
    for (const line of run.stdout.trim().split('\n')) expect(line).toMatch(/ refused$/);
    expect(run.stdout.trim().split('\n').length).toBeGreaterThanOrEqual(8);
    expect(reached).toBe(0);
  });

  test('two runs at the same time do not reach each other over their loopbacks', async () => {
    const serve = `import socket, time
server = socket.create_server(("127.0.0.1", 5000)); server.settimeout(1)
try: server.accept(); print("REACHED")
except TimeoutError: print("alone")
`;
    const call = `import socket, time
for _ in range(20):
    try: socket.create_connection(("127.0.0.1", 5000), timeout=0.2); print("REACHED")
    except OSError: time.sleep(0.05)
print("alone")
`;
    const runs = await Promise.all([runner.run('python', serve), runner.run('python', call)]);
    expect(runs.map(one => one.stdout)).toEqual(['alone\n', 'alone\n']);
  });
});
