export type Room = { readonly uses: readonly string[]; readonly types: readonly string[] };
export const rooms: Readonly<Record<string, Room>>;
export const pureRooms: readonly string[];
export const neighbours: Readonly<Record<string, readonly string[]>>;
export const sharedRooms: Readonly<Record<string, readonly string[]>>;
export const open: readonly string[];
