using System.Globalization;
using CareerRecs.Encoder;
using CareerRecs.Vocabulary;

if (args is not [("train" or "check"), ..])
{
    Console.Error.WriteLine(
        """
        Usage: train --data DATA --out FILE [--words SCOWL] [--wordnet WORDNET] [--catalog CATALOG] [--cache FILE]
                     [--epochs 2] [--seeds 1] [--rate 0.024] [--anchor 0.0002] [--share 1]
                     [--everyday EVERYDAY] [--phrases all]
               check --data DATA --file FILE [--everyday EVERYDAY]
        --phrases all trains on the everyday phrases that the checks ask for as well.
        """
    );
    return 2;
}

var options = args.Skip(1).Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[^1]);
var taxonomies = Taxonomies.Load(options["data"], Text("everyday", "services/Vocabulary/Everyday"));
var heldOut = new HeldOut(taxonomies, Text("phrases", "some") == "all");
var checks = new EncoderChecks(taxonomies, heldOut, options["data"]);
if (args[0] == "check")
{
    checks.Print(Path.GetFileName(options["file"]), EncoderChecks.Over(EncoderTable.Parse(File.ReadAllBytes(options["file"]))));
    return 0;
}

var settings = new TrainingSettings();
settings = settings with
{
    Epochs = (int)Number("epochs", settings.Epochs),
    Seeds = (int)Number("seeds", settings.Seeds),
    Rate = Number("rate", settings.Rate),
    Anchor = Number("anchor", settings.Anchor),
    Share = Number("share", settings.Share),
};
var sources = new BuilderSources(
    Text("words", "/usr/share/dict/scowl"),
    Text("wordnet", "/usr/share/wordnet"),
    Text("catalog", "services/Catalog/SeedData"),
    Text("cache", "minilm.cache")
);
File.WriteAllBytes(options["out"], new EncoderBuilder(taxonomies, checks, heldOut, settings).Build(sources).ToBytes());
return 0;

string Text(string name, string otherwise) => options.GetValueOrDefault(name, otherwise);

float Number(string name, float otherwise) =>
    options.TryGetValue(name, out var text) ? float.Parse(text, CultureInfo.InvariantCulture) : otherwise;
