/** What is used of the official library for logging in; bundled by itself, and loaded only where a bucket of Google is used. */
export { GoogleAuth } from 'google-auth-library';
