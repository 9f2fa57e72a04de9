import postgres from 'postgres';

const asText = (to, from) => ({ to, from, serialize: (value) => value, parse: (value) => value });

/** A connection that takes parameters as the texts that PostgreSQL itself would write them: what was logged or traced can be sent again. */
export const bareConnection = (url, max, more = {}) =>
  postgres(url, {
    max,
    fetch_types: false,
    onnotice() {},
    connection: { random_page_cost: 1.1 }, // as the app's own connections
    types: { bool: asText(16, [16]), date: asText(1184, [1082, 1114, 1184]), json: { ...asText(114, [114, 3802]), parse: JSON.parse } },
    ...more,
  });
