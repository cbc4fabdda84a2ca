/** What `redis.mjs` gives; it is plain JavaScript because it runs before anything is installed. */

/** What to do when there is none and none may be installed. */
export declare const REDIS_ADVICE: string;
/** The program `redis-server` that is here, or null. */
export declare function findRedis(): string | null;
