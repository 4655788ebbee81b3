// What people say in the synthetic clips. Unlike each other in words, so that a wrong match of a cue and a line is rare.

/** Sentences of dialogue, without and with punctuation. */
export const sentences = `
这份合同今天必须签完
人心都是肉长的
我们去黄河边走走吧
你凭什么替我做决定
妈，我回来了
爸爸的病不能再拖了
她根本就不是你的亲生女儿
三年前的车祸不是意外
董事会已经通过了这项决议
请问您是周晚晴小姐吗
别碰我，我自己能走
你以为我还会相信你吗？
这五百万算是给你的补偿
奶奶，趁热把药喝了
村里的路什么时候能修好
合作社今年的苹果卖了八万斤
书记，乡亲们都等着您呢
我不同意这门婚事！
从今往后我们恩断义绝
你到底瞒了我多少事
原来一直在背后帮我的人是你
孩子发烧到三十九度二
快打急救电话
医生说手术成功率只有一半
把钥匙放在门口的花盆底下
昨晚十点以后谁进过档案室
监控录像被人删掉了一段
证据确凿，你还有什么可说的
我愿意承担一切责任
公司的账上少了两百六十万
这是祖上传下来的手艺
麦子熟了，该开镰了
我在省城等了你整整七年
你变了，变得我都不认识了
雨下得这么大，留下来吧
别怕，有我在
谁敢动她一根头发
今天是我们结婚十周年纪念日
您拨打的电话已关机
项目部明天上午九点开会
我只想要一个公道
老板娘，再来一碗羊肉烩面
这镯子是我母亲留给我的唯一遗物
你怎么瘦成这个样子了
欠债还钱，天经地义
求求你放过我的孩子
咱们村要变样了
他已经昏迷了四十八个小时
我认得这个笔迹
从小到大你什么都让着我
对不起，是我误会你了
飞机凌晨三点起飞
把直播关了！
网上的评论你都看到了？
热搜第一又是我们
这条裙子值你半年工资
没有金刚钻，别揽瓷器活
少爷请您立刻回府
陛下，边关八百里加急
臣妾不敢
将军中了埋伏，生死未卜
此剑名为惊鸿
师父，徒儿知错了
灵根已毁，你拿什么跟我斗
区区凡人也敢窥探天机
三日之内必有大雪
粮仓只够撑到下个月初六
传令下去，封锁所有城门
姑娘，你的玉佩掉了
小姐，外面风大
这碗汤里被人下了药
我要让他们血债血偿
凤凰涅槃，浴火重生
天黑之前必须翻过那座山
你闻到什么味道没有
保险柜的密码是她的生日
录音笔就藏在相框后面
股价已经连续三天跌停
法院的传票今天早上到了
你被解雇了
请叫我沈总
这位置轮不到你来坐
彩礼一分都不能少
孙子都这么大了
锅里还炖着排骨呢
明年开春就把果园扩到五十亩
老李头把拖拉机开进沟里了
电商培训班下周一开课
第一书记住进了咱们窑洞
新修的渠通水了！
脱贫不是终点
非遗传承人要带二十个徒弟
这唱腔有他爷爷当年的味道
豫剧团明晚在广场演出
退役不褪色，我先上
洪水已经漫过二道堤了
所有人往高处撤
我是党员，让我去
救援队还有十五分钟到达
坚持住，听我说话
呼叫指挥中心，收到请回答
嫌疑人驾驶一辆白色轿车往北逃窜
别开枪，里面有人质
这枚指纹属于死者的弟弟
十二年前的案子该有个了结了
我等这一天等得太久了
你说得对，我该放下了
谢谢你陪我走过最难的日子
如果时间能够倒流
我还是会选择遇见你
愿你此生平安喜乐
下辈子换我来找你
`
  .trim()
  .split('\n');

/** Lines of one character, as people say them. */
export const singles = ['好', '走', '滚', '谁', '不', '对', '妈', '嗯', '啊', '跑', '停', '来'];

/** Pairs that differ in one character. */
export const nearEqual = [
  ['今天的会你参加吗', '昨天的会你参加吗'],
  ['我没有拿你的钱', '我没有拿她的钱'],
  ['第一名是谁', '第二名是谁'],
  ['他来了', '他走了'],
  ['我不恨你了', '我不怪你了'],
  ['你先回去', '你先回家'],
];

/** Names with characters that are rare; some are in no dictionary. */
export const rareNames = [
  '佘先生，这边请',
  '亓队长还在现场',
  '仝老师留下的信',
  '晁家的人到了',
  '逄总的车在楼下',
  '禤小姐的电话',
  '缑大爷今年八十了',
  '笪师傅，慢走',
  '魑魅魍魉，速速退散',
];

/** Second rows of bilingual lines. */
export const translations = [
  'Sign the contract today.',
  'You have no right to decide for me.',
  'It was not an accident.',
  'I will never believe you again.',
  'The board has agreed.',
  'Wait for me at the gate.',
  'She is not your daughter!',
  'Where were you last night?',
  'Do not be afraid, I am here.',
  'The harvest begins tomorrow.',
  'Call an ambulance, now!',
  'He has changed.',
  'All I want is justice.',
  'Thank you for everything.',
];

/** Who is in the cast of a drama that says {@link rareNames}. */
export const castNames = ['佘小曼', '亓队长', '仝老师', '晁家', '逄总', '禤小姐', '缑大爷', '笪师傅', '魑魅魍魉'];
