import { normaliseArabic } from "./arabic.ts";
import { fold, normalise, unspaced } from "./normalise.ts";

/** Function words (articles, pronouns, prepositions, conjunctions, auxiliaries, question words) by language. */
const lists: Record<string, string> = {
	en: `a about above after again against all also am an and any are aren as at be because been before being below
		between both but by can cannot could couldn d did didn do does doesn doing don down during each either else ever
		every few for from further had hadn has hasn have haven having he her here hers herself him himself his how however
		i if in into is isn it its itself just ll let m may me might more most much must my myself neither no nor not now of
		off on once one only or other ought our ours ourselves out over own per quite rather re s same shall she should
		shouldn since so some such t than that the their theirs them themselves then there these they this those though
		through thus to too under until up upon us ve very was wasn we were weren what when where whether which while who
		whom whose why will with within without won would wouldn yet you your yours yourself yourselves`,
	de: `aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes ans auch auf aus beim bei
		bin bis bist da dabei dadurch dafür dagegen daher dahin damit dann daran darauf daraus darin darüber darum das dass
		daß davon davor dazu dein deine deinem deinen deiner deines dem den denen denn der deren des dessen desto die dies
		diese diesem diesen dieser dieses doch dort du durch ebenso ein eine einem einen einer eines einige einigem einigen
		einiger einiges einmal er es etwa etwas euch euer eure eurem euren eurer eures für gar gegen gewesen hab habe haben
		hat hatte hatten hätte hätten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins
		ist ja jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes kann kein keine keinem keinen keiner keines
		können könnte konnte man manche manchem manchen mancher manches mehr mein meine meinem meinen meiner meines mich mir
		mit muss müssen musste nach nachdem neben nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen
		seiner seines seit selbst sich sie sind so sobald sodass solche solchem solchen solcher solches soll sollte sollten
		sollen sondern sonst soweit sowie sowohl statt über um und uns unser unsere unserem unseren unserer unseres unter
		viel viele vielen vieler vom von vor während wann war waren warst warum was weder wegen weil welche welchem welchen
		welcher welches wem wen wenn wer werde werden wessen wie wieder wieso will wir wird wirst wo wobei wodurch wofür
		woher wohin womit worden worin wurde wurden würde würden zu zum zur zwar zwischen`,
	fr: `a à afin ai ainsi alors après as au aucun aucune aujourd auprès auquel aussi autre autres aux auxquelles auxquels
		avait avaient avant avec avez avoir avons ayant c car ce ceci cela celle celles celui cependant certaines certains
		ces cet cette ceux chacun chacune chaque chez ci combien comme comment d dans de depuis des desquelles desquels donc
		dont du duquel elle elles en encore entre es est et étaient était étant été êtes être eu eux fait fut furent hors hui
		il ils j je jusqu jusque l la là laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma
		mais me même mêmes mes moi moins mon n ne ni non nos notre nous on ont or ou où par parce pas pendant peu peut
		peuvent plus pour pourquoi puis puisqu puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui
		quoi quoique s sa sans se selon sera seront ses si sinon soi soit sommes son sont sous suis sur t ta tandis te tel
		telle telles tels tes toi ton tous tout toute toutes très tu un une vers via voici voilà vos votre vous y`,
	es: `a acá ahí al algo algún alguna algunas alguno algunos allá allí ambas ambos ante antes aquel aquella aquellas
		aquello aquellos aquí así aún aunque bajo bien cada casi como cómo con contra cual cuál cuales cuáles cualquier cuando
		cuándo cuánta cuántas cuánto cuántos cuya cuyas cuyo cuyos da de del desde después donde dónde dos durante e el él
		ella ellas ello ellos en entre era eran eres es esa esas ese eso esos esta está están estas este esto estos estaba
		estaban estar fue fueron ha haber había habían han hasta hay he hemos incluso la las le les lo los luego más me
		mediante mi mí mientras mis misma mismas mismo mismos mucho muchos muy nada ni ningún ninguna ninguno no nos nosotros
		nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para pero poco por porque pues puede pueden que
		qué quien quién quienes quiénes se sea sean según ser será serán si sí sido siempre sin sino sobre sois solo sólo
		somos son soy su sus suya suyo tal tales también tampoco tan tanto te tiene tienen ti toda todas todavía todo todos
		tras tu tú tus u un una unas uno unos usted ustedes vosotros vuestra vuestro y ya yo`,
	ar: `أ أثناء إذ إذا إلا إلى أم أما إما أن إن أنا أنت أنتم أنه إنه أنها إنها أو أولئك أي أية أين بأن بعد بعض بل بما به بها
		بهذا بهذه بين تحت تكون تلك ثم جدا حتى حول حيث حين خلال دون ذلك سوف سوى ضد ضمن عبر عدة على عليه عليها عليهم عن عند
		عندما عنه عنها غير فإن فقط في فيما فيه فيها قبل قد قدام كأن كان كانت كذلك كل كلا كلما كم كما كي كيف لأن لا لدى لذلك
		لقد لكل لكن لكي لم لما لماذا لن له لها لهذا لهذه لهم لو ليس ليست ما ماذا مازال مثل متى مع معه معها من منذ منه منها
		منهم مما نحن نحو نعم هؤلاء هذا هذان هذه هل هم هما هن هنا هناك هو هي و وأن وإن وفي وقد وكان وكانت ولا ولكن ولم ولن وما
		ومن وهذا وهذه وهو وهي وعلى وإلى وعن ومع يا يكون التي الذي الذين اللاتي اللذان اللتان`,
	uk: `а або адже аж але б без би був буде будемо будете будеш буду будуть будучи була були було бути в вам вами вас ваш
		ваша ваше ваші вже ви від він вона вони воно все всі всіх всього всім всіма всю вся весь де дещо для до є ж же з за
		задля замість зі зокрема й його йому і із із-за інша інше інший інших інші їй їм їх їхній їхня їхнє їхні її коли
		кого кожен кожна кожне кожного кожної кому крім куди лише мене мені мені ми мій могли може можна можуть моя моє мої
		на над навіть нам нами нас наш наша наше наші не нею неї ні ній ними них нього ним но о об однак один одна одне
		ось перед під після по поки при про протягом разом саме свій своя своє своєї своїх свої себе собі собою та так така
		такий також такі там те тебе тим тих ти то тобі тобою тоді той тому того тощо ту тут у усе усі усіх хто хоч хоча це
		цей ця цю ці цих цим цього цьому цією чи чий чия чиє чому чого чим через що щоб щодо як яка яке який якої якого
		якому яким яких які якщо якою яку`,
	it: `a ad agli ai al alla alle allo anche c che chi ci come con cui da dagli dai dal dalla dalle dallo degli dei del dell
		della delle dello di dove e è ed era erano essere fra gli ha hanno i il in io l la le lei lo loro lui ma mi ne negli
		nei nel nell nella nelle nello non o per perché più quale quali quando quanto quella quelle quelli quello questa
		queste questi questo qui se si sia sono su sua sue sugli sui sul sulla sulle sullo suo suoi tra tu tutti tutto un una
		uno vi voi`,
	nl: `aan al alle als bij dan dat de der deze die dit doch door dus een en er ge geen haar had heb hebben heeft hem het hier
		hij hoe hun ik in is je kan kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat ons ook op
		over te tegen toch toen tot u uit uw van veel voor want waren was wat we wel werd wezen wie wij wil worden wordt zal
		ze zelf zich zij zijn zo zonder zou`,
	pl: `a aby albo ale bez będzie będą był była było były być co czy dla do gdy gdzie go i ich im inne iż ja jak jako je jego
		jej jest jeszcze jeśli już kiedy która które którego której który którzy lub ma mają między może na nad nas nie niego
		o od oraz po pod przed przez przy się są ta tak także tam te tego tej ten to tu tych tylko tym u w we więc wszystko
		z za ze że`,
	pt: `a à ao aos aquela aquele aquilo as às até com como da das de dela dele deles depois do dos e é ela elas ele eles em
		entre era essa esse esta está estão este eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na não nas
		nem no nos nós nossa nosso num numa o os ou para pela pelas pelo pelos por qual quando que quem são se sem ser seu seus
		só sua suas também te tem têm toda todo todos tu um uma umas uns você`,
	ru: `а без более был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее если есть еще же за
		здесь и из или им их к как какая какой ко когда кто ли либо между мне может мы на над надо наш не него нее нет ни них
		но ну о об один однако он она они оно от очень по под при с со свои так также такой там те тем то того тоже той только
		том ты у уже хотя чего чей чем что чтобы чье чья эта эти это этот я`,
	tr: `acaba ama ancak bazı belki ben bir biri biz bu çok çünkü da daha de değil diye en gibi göre hangi hem hep her için
		ile ise kadar ki kim mi mı mu mü nasıl ne neden nerede o olan olarak oldu olduğu olur onlar onun sadece siz şey şu tüm
		ve veya ya yani`,
};

const sets = new Map<string, ReadonlySet<string>>();

/**
 * Whether a normalised word of a language says nothing about a text's subject. Lone letters never do; of languages without
 * a list, nothing else.
 */
export function isStopWord(word: string, language: string): boolean {
	if (word.length === 1 && /\p{L}/u.test(word) && !unspaced.test(word)) return true;
	let set = sets.get(language);
	const spell = language === "ar" ? normaliseArabic : fold;
	if (!set) {
		const list = lists[language];
		if (!list) return false;
		set = new Set(normalise(list).split(/\s+/).map(spell));
		sets.set(language, set);
	}
	return set.has(spell(word));
}
