import type { AwsAccess } from './access.ts';
import { AwsError, askAws, awsFailure, type CallOptions } from './ask.ts';

/** Parameters of AWS Systems Manager, by full name. What AWS refuses is a SystemFailure. */
export interface Parameters {
  /** Undefined if it does not exist. */
  read(name: string): Promise<string | undefined>;
  /** @param value undefined removes it */
  write(name: string, value: string | undefined): Promise<void>;
}

export function openParameters(access: AwsAccess): Parameters {
  const connected = async () => {
    const sdk = await import('../clients/ssm.ts');
    return { sdk, client: new sdk.SSMClient(access.clientSettings) };
  };
  const asking = async <Answer>(what: string, call: (options: CallOptions) => Promise<Answer>) => {
    try {
      return await askAws(access, call);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      if (error.code === 'ParameterNotFound') return undefined;
      throw awsFailure(`The parameter ${what}`, error, 'It is as it was before this call.');
    }
  };
  return {
    read: async (name) => {
      const { sdk, client } = await connected();
      const asked = new sdk.GetParameterCommand({ Name: name, WithDecryption: true });
      const found = await asking(`"${name}" could not be read`, (options) => client.send(asked, options));
      return found?.Parameter?.Value;
    },
    write: async (name, value) => {
      const { sdk, client } = await connected();
      if (value === undefined) {
        const asked = new sdk.DeleteParameterCommand({ Name: name });
        await asking(`"${name}" could not be removed`, (options) => client.send(asked, options));
        return;
      }
      const asked = new sdk.PutParameterCommand({ Name: name, Value: value, Type: 'String', Overwrite: true });
      await asking(`"${name}" could not be written`, (options) => client.send(asked, options));
    },
  };
}
