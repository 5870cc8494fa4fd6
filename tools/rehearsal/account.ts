/** The account of the rehearsal: the emulator takes a key of twelve digits for the account's number, and it for its root. */
export const account = '111122223333';

/**
 * A region that is nobody's default, so that a region written down somewhere by mistake comes to light. In an older one the
 * AWS CLI 1 calls SQS by an older name of its own, past the endpoint it is given.
 */
export const region = 'ap-southeast-5';

/** Provinces that are deployed, with those of the samples that are theirs and the agencies these are of. */
export const provinces = {
  sichuan: {
    code: '51',
    stack: 'gongkai-sichuan',
    samples: ['gongjing-2018.txt', 'neijiang-2020.txt', 'yaan-2021-work-plan.txt'],
    agencies: ['自贡市贡井区人民政府', '内江市人民政府', '雅安市人民政府办公室'],
  },
  guizhou: {
    code: '52',
    stack: 'gongkai-guizhou',
    samples: ['qingzhen-2020.txt'],
    agencies: ['清镇市人民政府'],
  },
} as const;

export const gatewayStack = 'gongkai-national';

const names = Object.keys(provinces).join(',');

/** What the app is asked to make, as `cdk` takes it. */
export const appContext = ['-c', `provinces=${names}`, '-c', `gateway=${names}`];
