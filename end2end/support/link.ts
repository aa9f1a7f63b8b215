import net from "node:net";

/**
 * The network between a browser and the server, as a TCP relay that a test can cut and mend.
 * Playwright's own `setOffline` leaves an open WebSocket alive; this does not.
 */
export class Link {
  private readonly sockets = new Set<net.Socket>();
  private readonly pairs = new Set<readonly [net.Socket, net.Socket]>();
  private isCut = false;
  private isHeld = false;
  private upgrades: "passed" | "refused" = "passed";

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
      const pair = [near, far] as const;
      link.pairs.add(pair);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        link.sockets.add(one);
        one.on("error", () => other.destroy());
        one.on("close", () => {
          link?.sockets.delete(one);
          link?.pairs.delete(pair);
          other.destroy();
        });
      }
      // As a proxy that knows nothing of WebSockets and drops what it does not know.
      near.on("data", (bytes: Buffer) => {
        if (link?.upgrades === "refused" && /^upgrade: *websocket/im.test(bytes.toString("latin1"))) near.destroy();
      });
      if (link.isHeld) near.pause();
      else flow(pair);
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

  /** Keeps every byte, both ways, of connections that stay open: as a network that has silently gone. */
  hold(): void {
    this.isHeld = true;
    for (const [near, far] of this.pairs) {
      near.unpipe(far).pause();
      far.unpipe(near).pause();
    }
  }

  /** Lets go what was kept, and all that follows. */
  release(): void {
    this.isHeld = false;
    for (const pair of this.pairs) flow(pair);
  }

  /** Lets no WebSocket pass, nor any that is open, and everything else. */
  refuseUpgrades(): void {
    this.upgrades = "refused";
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((done) => this.relay.close(done));
  }
}

function flow([near, far]: readonly [net.Socket, net.Socket]): void {
  near.pipe(far);
  far.pipe(near);
}
