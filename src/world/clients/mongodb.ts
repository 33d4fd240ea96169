/** What is used of the official driver; bundled separately, and loaded only to use MongoDB. */
export { BSON, MongoClient, MongoServerError, Timestamp } from 'mongodb';
