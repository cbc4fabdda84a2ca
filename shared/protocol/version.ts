/** The version of everything on the wire between client and server: a client of another version is asked to reload. */
export const PROTOCOL_VERSION = 4;
