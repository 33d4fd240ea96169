/** What is used of the official client; loaded only to deploy an image of Amazon ECR. */
export { DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr';
