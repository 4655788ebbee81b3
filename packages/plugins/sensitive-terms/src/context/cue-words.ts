/**
 * Words that say from where a line speaks of an offence: the law, a warning, a film set, a hospital. Each group is one feature of the context
 * model, so that a cue which no training line has still counts. The groups and words were chosen on the `dev` lines.
 */
export const cueWords: Readonly<Record<string, RegExp>> = {
  law: /民警|警方|警察|缉毒|禁毒|公安|网警|法院|检察|律师|判刑|被判|判了|拘留|落网|被抓|抓获|查获|截获|告破|举报|捣毁|端了|端掉|解救|自首|违法|犯法|犯罪|嫌疑人|受害|涉案|涉嫌|查封|处罚|重判|严惩|监狱|坐牢|死罪/,
  warning:
    /骗局|骗人|骗子|陷阱|别信|别碰|碰不得|不能碰|千万别|远离|拒绝|戒掉|戒了|戒赌|戒毒|害人|害了|害得|后悔|醒悟|陋习|迷信|制止|禁止|不许|反对|当心|警惕|提醒|家破人亡|妻离子散|上当|被骗|再也不/,
  set: /导演|剧组|道具|片场|镜头|那场|这场戏|场戏|拍完|拍摄|开拍|收工|杀青|演员|替身|布景|剧本|角色|演得|饰演|群演|台词|机位|审片|片头|片子|拍[^，。]{0,6}戏|[打哭吻武夜]戏|枪战戏|爆破戏|追车戏/,
  medicine: /医生|医院|手术|病人|护士|门诊|麻醉|疫苗|法医|大夫/,
};
