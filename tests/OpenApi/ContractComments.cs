using Google.Protobuf.Reflection;

namespace CareerRecs.OpenApi;

/// <summary>Comments of the contract by full name: <c>careerrecs.matching.v1.Profile.skills</c>.</summary>
internal sealed class ContractComments
{
    // Numbers of the fields of a descriptor that hold its parts.
    private const int MessagesOfFile = 4;
    private const int EnumsOfFile = 5;
    private const int ServicesOfFile = 6;
    private const int FieldsOfMessage = 2;
    private const int MessagesOfMessage = 3;
    private const int EnumsOfMessage = 4;
    private const int Parts = 2;

    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    /// <summary>Reads the comments of the contract that was compiled with this program.</summary>
    public static ContractComments Load()
    {
        using var stream = typeof(ContractComments).Assembly.GetManifestResourceStream("contract.binpb")!;
        var comments = new ContractComments();
        foreach (var file in FileDescriptorSet.Parser.ParseFrom(stream).File)
        {
            comments.Add(file);
        }

        return comments;
    }

    /// <summary>The comment as one paragraph a blank line, lists kept; empty where there is none.</summary>
    public string Find(string fullName) => _byName.GetValueOrDefault(fullName, "");

    private void Add(FileDescriptorProto file)
    {
        var texts = file
            .SourceCodeInfo.Location.Where(l => l.HasLeadingComments)
            .ToDictionary(l => string.Join('.', l.Path), l => Flow(l.LeadingComments), StringComparer.Ordinal);
        for (var i = 0; i < file.MessageType.Count; i++)
        {
            AddMessage(file.MessageType[i], $"{MessagesOfFile}.{i}", file.Package);
        }

        AddEnums(file.EnumType, $"{EnumsOfFile}", file.Package);
        for (var i = 0; i < file.Service.Count; i++)
        {
            var (service, path) = (file.Service[i], $"{ServicesOfFile}.{i}");
            var name = Note(path, $"{file.Package}.{service.Name}");
            for (var m = 0; m < service.Method.Count; m++)
            {
                Note($"{path}.{Parts}.{m}", $"{name}.{service.Method[m].Name}");
            }
        }

        string Note(string path, string name)
        {
            if (texts.TryGetValue(path, out var text))
            {
                _byName[name] = text;
            }

            return name;
        }

        void AddMessage(DescriptorProto message, string path, string scope)
        {
            var name = Note(path, $"{scope}.{message.Name}");
            for (var f = 0; f < message.Field.Count; f++)
            {
                Note($"{path}.{FieldsOfMessage}.{f}", $"{name}.{message.Field[f].Name}");
            }

            for (var n = 0; n < message.NestedType.Count; n++)
            {
                AddMessage(message.NestedType[n], $"{path}.{MessagesOfMessage}.{n}", name);
            }

            AddEnums(message.EnumType, $"{path}.{EnumsOfMessage}", name);
        }

        void AddEnums(IList<EnumDescriptorProto> enums, string path, string scope)
        {
            for (var e = 0; e < enums.Count; e++)
            {
                var name = Note($"{path}.{e}", $"{scope}.{enums[e].Name}");
                for (var v = 0; v < enums[e].Value.Count; v++)
                {
                    Note($"{path}.{e}.{Parts}.{v}", $"{name}.{enums[e].Value[v].Name}");
                }
            }
        }
    }

    /// <summary>Lines that were broken at a column become paragraphs.</summary>
    private static string Flow(string comment)
    {
        var paragraphs = new List<string>();
        var open = false;
        foreach (var line in comment.Split('\n').Select(l => l.Trim()))
        {
            if (line.Length == 0)
            {
                open = false;
            }
            else if (open && !line.StartsWith("- ", StringComparison.Ordinal))
            {
                paragraphs[^1] += " " + line;
            }
            else
            {
                paragraphs.Add(line);
                open = true;
            }
        }

        return string.Join("\n\n", paragraphs).Replace("\n\n- ", "\n- ", StringComparison.Ordinal);
    }
}
