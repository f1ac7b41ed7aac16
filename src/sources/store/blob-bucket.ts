import { S3Client } from '@aws-sdk/client-s3'
import { S3Driver } from 'flydrive/drivers/s3'
import type { BlobDriver } from './blobs.ts'
import type { AvatarStorage } from './settings.ts'

/** How long a bucket may take to answer one request. */
const REQUEST_TIMEOUT_MS = 10_000
const CONNECT_TIMEOUT_MS = 3_000

/** A bucket of an S3 server, whose `put` is all or nothing by itself. Connects to nothing yet. */
export function openBucket(storage: Extract<AvatarStorage, { driver: 's3' }>): BlobDriver {
  const { bucket, region, endpoint, accessKeyId, secretAccessKey, prefix } = storage
  const client = new S3Client({
    region,
    ...(endpoint !== undefined && { endpoint }),
    forcePathStyle: storage.pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    // Checksums that S3 servers besides Amazon's do not know; the signature covers the bytes in any case.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { requestTimeout: REQUEST_TIMEOUT_MS, connectionTimeout: CONNECT_TIMEOUT_MS },
  })
  return {
    driver: new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }),
    prefix,
    close: async () => client.destroy(),
  }
}
