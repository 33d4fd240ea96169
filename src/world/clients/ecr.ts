/** What is used of the official client; loaded only where an image of Amazon ECR is deployed. */
export { DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr';
