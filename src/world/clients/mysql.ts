/** What is used of the client for MySQL and MariaDB; bundled by itself, and loaded only where such a database is used. */
export { createConnection } from 'mysql2/promise';
