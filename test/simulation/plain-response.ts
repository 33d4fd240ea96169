/** Its text is available at once: reading it takes no turn of the event loop. */
export class PlainResponse extends Response {
  override readonly text: () => Promise<string>;
  override readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}, isCutOff = false) {
    super(null, { status, headers });
    const content = typeof body === 'string' ? body : JSON.stringify(body);
    this.text = async () => content;
    this.body = streamOf(content, isCutOff);
  }
}

/** @param isCutOff the connection ends in the middle */
function streamOf(content: string, isCutOff: boolean): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(content);
  let isSent = false;
  return new ReadableStream({
    pull: (controller) => {
      if (isSent) return isCutOff ? controller.error(new TypeError('terminated')) : controller.close();
      isSent = true;
      controller.enqueue(isCutOff ? bytes.slice(0, bytes.length / 2) : bytes);
    },
  });
}
