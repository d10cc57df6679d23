export type Identity = { readonly id: string; readonly namespace: string };
export const released: Identity;
export const development: Identity;
export function manifestFor(
  xml: string,
  options: { readonly baseUrl: string; readonly development: boolean },
): string;
