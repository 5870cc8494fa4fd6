import process from 'node:process';
import type { App } from 'aws-cdk-lib';
import { z } from 'zod';

/** A provincial-level division with a stack of its own. */
export const Province = z.object({
  /** First two digits of its GB/T 2260 code. */
  code: z.string().regex(/^[1-6]\d$/),
  /** Its full name. */
  name: z.string().min(2),
  /** Its name in letters, as it stands in names of stacks. 陕西 is `shaanxi`, as everywhere, to tell it from 山西. */
  pinyin: z.string().regex(/^[a-z]+$/),
});
export type Province = z.infer<typeof Province>;

/** The 31 provincial-level divisions under the Regulations on Open Government Information, in the order of GB/T 2260. */
export const provinces: readonly Province[] = z
  .array(Province)
  .length(31)
  .parse([
    { code: '11', name: '北京市', pinyin: 'beijing' },
    { code: '12', name: '天津市', pinyin: 'tianjin' },
    { code: '13', name: '河北省', pinyin: 'hebei' },
    { code: '14', name: '山西省', pinyin: 'shanxi' },
    { code: '15', name: '内蒙古自治区', pinyin: 'neimenggu' },
    { code: '21', name: '辽宁省', pinyin: 'liaoning' },
    { code: '22', name: '吉林省', pinyin: 'jilin' },
    { code: '23', name: '黑龙江省', pinyin: 'heilongjiang' },
    { code: '31', name: '上海市', pinyin: 'shanghai' },
    { code: '32', name: '江苏省', pinyin: 'jiangsu' },
    { code: '33', name: '浙江省', pinyin: 'zhejiang' },
    { code: '34', name: '安徽省', pinyin: 'anhui' },
    { code: '35', name: '福建省', pinyin: 'fujian' },
    { code: '36', name: '江西省', pinyin: 'jiangxi' },
    { code: '37', name: '山东省', pinyin: 'shandong' },
    { code: '41', name: '河南省', pinyin: 'henan' },
    { code: '42', name: '湖北省', pinyin: 'hubei' },
    { code: '43', name: '湖南省', pinyin: 'hunan' },
    { code: '44', name: '广东省', pinyin: 'guangdong' },
    { code: '45', name: '广西壮族自治区', pinyin: 'guangxi' },
    { code: '46', name: '海南省', pinyin: 'hainan' },
    { code: '50', name: '重庆市', pinyin: 'chongqing' },
    { code: '51', name: '四川省', pinyin: 'sichuan' },
    { code: '52', name: '贵州省', pinyin: 'guizhou' },
    { code: '53', name: '云南省', pinyin: 'yunnan' },
    { code: '54', name: '西藏自治区', pinyin: 'xizang' },
    { code: '61', name: '陕西省', pinyin: 'shaanxi' },
    { code: '62', name: '甘肃省', pinyin: 'gansu' },
    { code: '63', name: '青海省', pinyin: 'qinghai' },
    { code: '64', name: '宁夏回族自治区', pinyin: 'ningxia' },
    { code: '65', name: '新疆维吾尔自治区', pinyin: 'xinjiang' },
  ]);

/** What a full name has after the short one. */
const kinds = /(?:壮族|回族|维吾尔)?(?:自治区|省|市)$/;

/**
 * The province that someone means by its pinyin name, its code (51 or 510000), its name or the short form of its name.
 * Throws for a word that means none.
 */
export function provinceNamed(word: string): Province {
  const meant = word.trim().toLowerCase();
  const found = provinces.find((province) => wordsFor(province).includes(meant));
  if (found === undefined) throw new Error(`${word} is no province; name it as sichuan, 51 or 四川`);
  return found;
}

function wordsFor({ code, name, pinyin }: Province): string[] {
  return [pinyin, code, `${code}0000`, name, name.replace(kinds, '')];
}

/** What the app is asked to make. */
export interface AppContext {
  readonly stage: string;
  /** Region of the credentials, absent without credentials; a province's own setting goes before it. */
  readonly region?: string;
  readonly account?: string;
  readonly provinces: readonly Province[];
  /** Provinces whose tables the national gateway reads; without any there is no gateway. */
  readonly gateway: readonly Province[];
}

const list = z
  .string()
  .transform((words) => words.split(',').map((word) => word.trim()))
  .pipe(z.array(z.string().min(1)));

/** Reads the context given with `-c`: `stage=test`, `provinces=sichuan,guizhou` (absent: all), `gateway=all` or names. */
export function readContext(app: App): AppContext {
  const read = (key: string) => app.node.tryGetContext(key) ?? undefined;
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const region = process.env.CDK_DEFAULT_REGION;
  return {
    stage: z.string().default('prod').parse(read('stage')),
    provinces: named(list.optional().parse(read('provinces')) ?? ['all']),
    gateway: named(list.optional().parse(read('gateway')) ?? []),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
  };
}

function named(words: readonly string[]): readonly Province[] {
  return words.includes('all') ? provinces : words.map(provinceNamed);
}
