/** What is used of the official login library; bundled separately, and loaded only to use a Google bucket. */
export { GoogleAuth } from 'google-auth-library';
