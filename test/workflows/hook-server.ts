import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that arrived. */
export interface Arrived {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An endpoint that takes what it is sent, unless a test tells it otherwise. */
export class HookServer {
  readonly arrived: Arrived[] = [];
  react: (request: Arrived, response: ServerResponse) => void = (_request, response) => response.end('taken');
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const arrived = { path: request.url ?? '', headers: request.headers, body };
        this.arrived.push(arrived);
        this.react(arrived, response);
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** The ids of all that arrived, as Standard Webhooks names them. */
  ids(): (string | undefined)[] {
    return this.arrived.map(({ headers }) => headers['webhook-id'] as string | undefined);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
