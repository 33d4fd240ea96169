/** What is used of the official driver; bundled by itself, and loaded only where a MongoDB is used. */
export { BSON, MongoClient, MongoServerError, Timestamp } from 'mongodb';
