/** Recognizes the proxy's own answer to a request that it should have passed on. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';
  readonly status: number;

  constructor(status: number, options?: ErrorOptions) {
    super(`the proxy answered ${status}`, options);
    this.status = status;
  }
}
