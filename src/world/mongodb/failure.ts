import { z } from 'zod';
import { SystemFailure } from '../../core/messages/errors.ts';
import { causeInAddress, causeOf } from './causes.ts';

const coded = z.looseObject({ code: z.number(), codeName: z.string().optional() });

/** The driver reads the files of certificates when it connects. */
const fileNotRead = z.looseObject({ code: z.string(), syscall: z.enum(['open', 'read']), path: z.string() });

/**
 * An error of the server, or of the connection to it, as a SystemFailure. The error itself is not kept as `cause`: its text
 * quotes documents, and a cause is printed with its fields.
 */
export function mongoFailure(error: unknown, doing: string, means: string): SystemFailure {
  if (error instanceof SystemFailure) return error;
  const file = fileNotRead.safeParse(error);
  if (file.success)
    return new SystemFailure({
      happened: `${doing} failed: the file "${file.data.path}", which its URL names, could not be read (${file.data.code}).`,
      means,
      next: 'Correct tlsCAFile, tlsCertificateKeyFile or tlsCRLFile in the URL, or put the file there, then run the step again.',
    });
  const read = coded.safeParse(error);
  const code = read.success ? read.data.code : undefined;
  const known = (error instanceof Error ? causeInAddress(error) : undefined) ?? causeOf(code, messagesOf(error));
  const name = read.success ? ` (${read.data.codeName ?? `code ${read.data.code}`})` : '';
  return new SystemFailure({
    happened: `${doing} failed: ${known?.said ?? 'for a reason that only the log of the server has'}${name}.`,
    means,
    next: known?.next ?? "Look at the MongoDB server's log, which has the full message, then run the step again.",
  });
}

/** Only the causes of an error say what could not be reached. */
function messagesOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const inner = error instanceof AggregateError ? error.errors.map((each) => messagesOf(each, depth + 1)) : [];
  return [error.message, code, messagesOf(error.cause, depth + 1), ...inner].join(' ');
}
