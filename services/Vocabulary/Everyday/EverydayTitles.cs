using System.Collections.Frozen;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Job titles of everyday speech that no catalog lists, with titles that catalogs may list instead, the nearest first: "dinner
/// lady", "bin man". Written for this product.
/// </summary>
internal static class EverydayTitles
{
    private const string Table = """
        dinner lady|lunch lady|school dinner lady = cafeteria worker; kitchen assistant; school cook
        cleaning lady|cleaning woman|cleaning man|charlady|hotel cleaner = housekeeping cleaner; maid; cleaner
        tea lady = cafeteria attendant; kitchen assistant
        lollipop lady|lollipop man|lollipop person = school crossing guard; crossing guard; school crossing patrol
        bin man|binman|dustman|dustbin man|garbage man|refuse man = refuse collector; garbage collector
        carer|care assistant|home carer|support carer|care home worker|home help = care worker; caregiver; home health aide
        childminder|child minder|babysitter|baby sitter = childcare worker; child day care worker; nanny; babysitter
        nursery nurse|nursery worker|playworker = child care worker; childcare worker; nursery assistant
        au pair = nanny
        cabin crew|air hostess|air stewardess|airline steward|cabin crew member = flight attendant; cabin attendant
        lorry driver|trucker|hgv driver|lgv driver|artic driver = heavy truck driver; truck driver; cargo vehicle driver
        tramper|class 1 driver|class 2 driver|hgv class 1 driver = heavy truck driver; truck driver; cargo vehicle driver
        hgv class 2 driver|class a driver|cdl driver = heavy truck driver; truck driver; cargo vehicle driver
        fork lift driver|flt driver|reach truck driver|counterbalance driver = forklift driver; forklift operator
        van driver|delivery man|multi drop driver = delivery driver; delivery van driver; van driver
        cabbie|cabby|cab driver|minicab driver = taxi driver
        estate agent|letting agent|lettings negotiator = real estate agent; letting agent
        scaffolder = scaffold builder; scaffolding worker
        shop assistant|shop girl|shop worker|sales assistant = retail sales associate; shop assistant; sales assistant
        checkout girl|checkout lady|checkout operator|till operator|till girl|till worker = cashier
        bouncer|doorman|door supervisor|door staff = bouncer; security guard; door supervisor
        postman|postwoman|postie|post lady|mailman|mail man = mail carrier; postman/postwoman; letter carrier
        milkman|milk man = delivery driver
        dispenser|pharmacy dispenser = pharmacy technician; dispensing technician; pharmacy assistant
        dental nurse = dental assistant; dental nurse
        joiner|chippie|chippy = carpenter; joiner
        plumber and heating engineer|heating engineer|gas engineer|gas fitter = plumber; heating technician
        spark|sparks = electrician
        copper|bobby|policeman|policewoman|cop = police officer
        fireman|firewoman = firefighter
        squaddie|infantryman|rifleman|army infantry = infantry; infantry soldier
        head of people|people manager|people partner|chief people officer|director of people = human resources manager
        head teacher|headteacher|headmaster|headmistress = school principal; head teacher
        supply teacher = substitute teacher
        tree surgeon = arborist; tree surgeon; tree trimmer
        panel beater = auto body repairer; vehicle body repairer
        office junior|office girl|office boy = office clerk; office assistant
        kitchen porter|pot washer|pot wash = dishwasher; kitchen porter
        barmaid|bar staff|bar worker|bar person = bartender
        waiting staff|silver service waitress = waiter; waitress; waiter/waitress
        handyman|handy man|odd job man|caretaker = maintenance worker; handyman; building caretaker
        groundsman|grounds man = groundskeeper; groundsman/groundswoman
        painter decorator|painter and decorator = painter; house painter
        fishmonger = fish cutter; fishmonger
        greengrocer = produce clerk; fruit and vegetables specialised seller
        lab assistant = laboratory assistant; lab assistant
        hca|healthcare assistant|health care assistant = nursing assistant; health care assistant; healthcare assistant
        staff nurse|ward nurse|ward sister = registered nurse; staff nurse; nurse responsible for general care
        solicitor = lawyer; solicitor
        barrister = lawyer; barrister
        purchase ledger clerk|sales ledger clerk = accounts payable clerk; accounting clerk; accounting assistant
        accounts assistant|accounts clerk = accounts payable clerk; accounting clerk; accounting assistant
        warehouse operative|warehouseman|warehouse man|picker packer|picker and packer = warehouse worker; order picker
        stores manager|storeman = stock clerk; warehouse manager
        brickie|bricky = bricklayer
        groundworker|navvy|labourer|building labourer = construction laborer; construction worker
        dry liner = drywall installer; ceiling installer
        mum's help|mother's help = nanny
        """;

    private static readonly FrozenDictionary<string, string[]> Known = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(" = "))
        .SelectMany(line => line[0].Split('|').Select(said => (Said: Core(said), Titles: line[1].Trim().Split("; "))))
        .DistinctBy(row => row.Said)
        .ToFrozenDictionary(row => row.Said, row => row.Titles, StringComparer.Ordinal);

    /// <summary>Whether a title is one of everyday speech.</summary>
    /// <param name="core">Its words, written out, without those on level.</param>
    public static bool Contains(string core) => Known.ContainsKey(core);

    /// <summary>Titles that catalogs may list for one of everyday speech, written out; empty for any other.</summary>
    /// <param name="core">Its words, written out, without those on level.</param>
    public static IEnumerable<string> ListTitles(string core) =>
        Known.TryGetValue(core, out var titles) ? titles.Select(Core) : [];

    private static string Core(string title) =>
        string.Join(' ', SeniorityReader.Read(TitleText.Read(title.Trim()).Main).CoreWords);
}
