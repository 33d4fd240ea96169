import { hash } from 'node:crypto';

/** The content of a collection, whatever the order in which it is read: the number of documents, and the sum of their SHA-256. */
export interface ContentSum {
  add(document: Uint8Array): void;
  readonly documents: number;
  readonly text: string;
}

const lanes = 8;

/** A sum without overflow needs no sorting on the server and no memory here; a document that occurs twice counts twice. */
export function contentSum(): ContentSum {
  const sum = new Uint32Array(lanes);
  let documents = 0;
  return {
    add: (document) => {
      const digest = hash('sha256', document, 'buffer');
      let carry = 0;
      for (let lane = lanes - 1; lane >= 0; lane--) {
        const total = (sum[lane] ?? 0) + digest.readUInt32BE(lane * 4) + carry;
        sum[lane] = total % 2 ** 32;
        carry = total >= 2 ** 32 ? 1 : 0;
      }
      documents += 1;
    },
    get documents() {
      return documents;
    },
    get text() {
      return `bson-sha256-sum:${Array.from(sum, (lane) => lane.toString(16).padStart(8, '0')).join('')}`;
    },
  };
}
