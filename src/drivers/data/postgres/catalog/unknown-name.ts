const codes = ['42883', '42P01', '42704'];

/** Whether the server says that no function, operator, table or type of this name is in the search path. */
export function isUnknownName(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && codes.includes(String(cause.code));
}
