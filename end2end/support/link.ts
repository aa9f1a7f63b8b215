import net from "node:net";

/**
 * The network between a browser and the server, as a TCP relay that a test can cut and mend.
 * Playwright's own `setOffline` leaves an open WebSocket alive; this does not.
 */
export class Link {
  private readonly sockets = new Set<net.Socket>();
  private isCut = false;

  private constructor(
    private readonly relay: net.Server,
    readonly port: number,
  ) {}

  /** A relay on a free port to `target` on the same machine. */
  static async to(target: () => number): Promise<Link> {
    let link: Link | undefined;
    const relay = net.createServer((near) => {
      if (link === undefined || link.isCut) {
        near.destroy();
        return;
      }
      const far = net.connect(target(), "127.0.0.1");
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        link.sockets.add(one);
        one.on("error", () => other.destroy());
        one.on("close", () => {
          link?.sockets.delete(one);
          other.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((ready) => relay.listen(0, "127.0.0.1", ready));
    link = new Link(relay, (relay.address() as net.AddressInfo).port);
    return link;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends every connection and refuses new ones. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((done) => this.relay.close(done));
  }
}
