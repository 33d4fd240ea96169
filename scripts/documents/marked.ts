/** Replaces what is between `<!-- generated: name -->` and `<!-- /generated -->` by the block of that name. */
export function withBlocks(text: string, blocks: Readonly<Record<string, string>>, file: string): string {
  return text.replace(
    /(<!-- generated: ([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_all, open: string, name: string, close: string) => {
      const block = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
      if (block === undefined)
        throw new Error(`${file} asks for the generated block "${name}"; there are ${Object.keys(blocks).join(', ')}`);
      return `${open}${block}\n${close}`;
    },
  );
}
