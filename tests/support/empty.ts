// Stands in for `server-only`, which refuses to load outside the bundler.
export {};
