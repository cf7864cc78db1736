using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>
/// Nouns of German, French, Spanish, Dutch and Portuguese titles. German and Dutch titles end with them, also as the end of a
/// compound ("Softwareentwickler"); titles of the other languages begin with them ("Responsable comptable").
/// </summary>
internal static class ForeignOccupations
{
    /// <summary>A shorter noun is the end of too many other words.</summary>
    private const int ShortestOfCompound = 6;

    private static readonly FrozenSet<string> Last = Set(
        // German
        "altenpfleger altenpflegerin analytiker analytikerin anwalt anwältin apotheker apothekerin arbeiter arbeiterin",
        "architekt architektin arzt ärztin assistent assistentin aushilfe "
            + "auszubildende auszubildender bauer bäcker bäckerin berater beraterin",
        "betreuer betreuerin buchhalter buchhalterin chemiker chemikerin controller controllerin dozent dozentin designerin",
        "einkäufer einkäuferin elektriker elektrikerin elektroniker "
            + "elektronikerin entwickler entwicklerin erzieher erzieherin fachkraft",
        "fachangestellte fachangestellter fahrer fahrerin forscher "
            + "forscherin führer führerin geschäftsführer geschäftsführerin gärtner",
        "händler händlerin informatiker informatikerin ingenieur "
            + "ingenieurin installateur journalist journalistin jurist juristin",
        "kauffrau kaufmann kellner kellnerin koch köchin koordinator "
            + "koordinatorin krankenpfleger krankenpflegerin krankenschwester",
        "lagerist laborant laborantin lehrer lehrerin lehrkraft leiter leiterin lektor lektorin maler malerin maurer mechaniker",
        "mechanikerin mechatroniker mechatronikerin meister meisterin "
            + "metzger mitarbeiter mitarbeiterin monteur pfleger pflegerin",
        "pflegefachkraft pharmazeut planer planerin praktikant praktikantin "
            + "professorin programmierer programmiererin prüfer prüferin",
        "pädagoge pädagogin redakteur redakteurin referent referentin "
            + "sachbearbeiter sachbearbeiterin schlosser schreiner schweißer",
        "sekretär sekretärin spezialist spezialistin techniker technikerin "
            + "tischler trainerin verkäufer verkäuferin vertreter vertreterin",
        "verwalter verwalterin volontär volontärin werkstudent "
            + "werkstudentin wissenschaftler wissenschaftlerin zeichner zeichnerin",
        // Dutch
        "accountmanager adviseur advocaat analist apotheker architecte arts assistente automonteur bakker beheerder begeleider",
        "bedrijfsleider boekhouder chauffeur chirurg coördinator consulent "
            + "controleur dierenarts directeur docent elektricien fysiotherapeut",
        "hoofd ingenieur inkoper jurist kapper kok lasser leerkracht leraar "
            + "lerares magazijnmedewerker manager medewerker monteur notaris",
        "onderzoeker ontwerper ontwikkelaar operator opzichter projectleider "
            + "programmeur psycholoog receptioniste rechercheur schilder",
        "secretaresse slager stagiair stagiaire teamleider technicus "
            + "tekenaar timmerman tolk verkoper verkoopster verpleegkundige",
        "verpleger vertaler verzorgende voorman vrachtwagenchauffeur werkvoorbereider"
    );

    private static readonly FrozenSet<string> First = Set(
        // French
        "acheteur acheteuse administrateur administratrice aide-soignant "
            + "aide-soignante animateur animatrice apprenti apprentie architecte",
        "assistante avocat avocate boulanger boulangère caissier caissière "
            + "charpentier chargé chargée chauffeur chaudronnier chercheur",
        "chercheuse coiffeur coiffeuse commercial commerciale comptable "
            + "conducteur conductrice conseiller conseillère consultante",
        "contrôleur contrôleuse coordinateur coordinatrice cuisinier "
            + "cuisinière développeur développeuse directeur directrice dessinateur",
        "documentaliste enseignant enseignante éducateur éducatrice "
            + "électricien électricienne employé employée formateur formatrice gérant",
        "gestionnaire graphiste hôte hôtesse infirmier infirmière "
            + "informaticien informaticienne ingénieur ingénieure juriste logisticien",
        "maçon magasinier magasinière mécanicien mécanicienne menuisier "
            + "ouvrier ouvrière peintre pharmacien pharmacienne plombier",
        "préparateur préparatrice professeur professeure rédacteur "
            + "rédactrice responsable secrétaire serveur serveuse soudeur stagiaire",
        "technicien technicienne traducteur traductrice vendeur vendeuse vétérinaire",
        // Spanish
        "abogado abogada administrador administradora administrativo "
            + "administrativa albañil analista arquitecta arquitecto asesor asesora",
        "asistente auxiliar ayudante becario becaria camarera camarero "
            + "carpintero cajera cajero científico científica cocinera cocinero",
        "comercial conductor conductora consultor consultora contable "
            + "contador contadora coordinador coordinadora dependiente dependienta",
        "desarrollador desarrolladora directora diseñador diseñadora economista "
            + "educador educadora electricista encargada encargado enfermera",
        "enfermero farmacéutica farmacéutico fontanero gerente gestor "
            + "gestora ingeniera ingeniero investigador investigadora jefa jefe",
        "limpiadora maestra maestro mecánico médica médico monitor monitora "
            + "operaria operario peluquera peluquero periodista peón pintor",
        "profesor profesora programador programadora psicóloga psicólogo "
            + "recepcionista redactor redactora secretaria secretario soldador",
        "supervisora supervisor técnica técnico teleoperador teleoperadora "
            + "trabajador trabajadora traductor traductora vendedor vendedora",
        "veterinaria veterinario",
        // Portuguese
        "advogada advogado analista arquiteta arquiteto assessora "
            + "assistente bolseiro caixa cabeleireira carpinteiro chefe cientista",
        "contabilista coordenador coordenadora cozinheira cozinheiro "
            + "desenvolvedor desenvolvedora designer diretor diretora economista",
        "educadora eletricista empregada empregado encarregada encarregado "
            + "enfermeira enfermeiro engenheira engenheiro estagiária estagiário",
        "farmacêutica farmacêutico formador formadora gestora gestor "
            + "gerente investigadora jornalista médica mecânico motorista operador",
        "operadora pedreiro pesquisador pesquisadora professora programadora "
            + "psicóloga rececionista recepcionista secretária secretário",
        "serralheiro soldador supervisora técnica técnico tradutor tradutora vendedora vendedor veterinária"
    );

    private static readonly int Longest = Last.Max(noun => noun.Length);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LastLookup = Last.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Whether a title may begin with the lower-case word.</summary>
    public static bool BeginTitle(string word) => First.Contains(word);

    /// <summary>Whether a title may end with the lower-case word, or with its last part.</summary>
    public static bool EndTitle(string word)
    {
        if (Last.Contains(word))
        {
            return true;
        }

        for (var length = ShortestOfCompound; length <= Math.Min(Longest, word.Length - 1); length++)
        {
            if (LastLookup.Contains(word.AsSpan(word.Length - length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words separated by blanks.</summary>
    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
