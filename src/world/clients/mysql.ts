/** What is used of the client for MySQL and MariaDB; bundled separately, and loaded only to use such a database. */
export { createConnection } from 'mysql2/promise';
