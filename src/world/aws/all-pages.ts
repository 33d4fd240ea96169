export interface Page<Item> {
  readonly items: readonly Item[];
  /** Requests the next one; undefined after the last. */
  readonly next: string | undefined;
}

/** What AWS returns a hundred at a time. */
export async function allPages<Item>(
  ask: (token: string | undefined) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  do {
    const { items, next } = await ask(token);
    all.push(...items);
    token = next;
  } while (token !== undefined);
  return all;
}
