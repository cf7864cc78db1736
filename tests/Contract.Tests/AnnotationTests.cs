using System.Text.RegularExpressions;
using CareerRecs.Contract.Tests.Reference;
using CareerRecs.Types.V1;
using Google.Api;
using Google.Protobuf.Reflection;

namespace CareerRecs.Contract.Tests;

/// <summary>Annotations for generators (AIP-123, 203, 4232) agree with the limits that the servers check.</summary>
public sealed class AnnotationTests
{
    private static readonly List<FileDescriptor> Files =
    [
        .. ContractFiles.All.Where(f => !f.Name.Contains("/storage/", StringComparison.Ordinal)),
    ];

    private static readonly List<FieldDescriptor> Fields =
    [
        .. Files.SelectMany(f => f.MessageTypes).SelectMany(WithNested).SelectMany(m => m.Fields.InDeclarationOrder()),
    ];

    [Fact]
    public void A_field_is_marked_required_where_the_servers_require_it() =>
        Assert.Empty(
            Fields.Where(f => LimitsOf(f).Required != Behaviors(f).Contains(FieldBehavior.Required)).Select(f => f.FullName)
        );

    [Fact]
    public void A_reference_is_to_a_resource_of_the_contract_whose_names_its_pattern_takes()
    {
        var patterns = Fields
            .Select(f => f.ContainingType)
            .Distinct()
            .Select(m => m.GetOptions()?.GetExtension(ResourceExtensions.Resource))
            .Where(r => r is not null)
            .ToDictionary(r => r!.Type, r => Assert.Single(r!.Pattern), StringComparer.Ordinal);

        Assert.Equal(8, patterns.Count);
        foreach (var field in Fields)
        {
            var reference = field.GetOptions()?.GetExtension(ResourceExtensions.ResourceReference);
            if (reference is null)
            {
                continue;
            }

            Assert.True(patterns.TryGetValue(reference.Type, out var pattern), $"{field.FullName}: {reference.Type}");
            var example = Regex.Replace(pattern, "{[a-z]+}", "x1");
            var taken = LimitsOf(field).Pattern;
            Assert.True(taken.Length == 0 || Regex.IsMatch(example, $"^(?:{taken})$"), $"{field.FullName}: {example}");
        }
    }

    [Fact]
    public void A_signature_names_the_required_fields_in_order() =>
        Assert.Empty(
            Files
                .SelectMany(f => f.Services)
                .SelectMany(s => s.Methods)
                .Where(m => !m.IsClientStreaming)
                .Where(m =>
                    Signature(m)
                    != string.Join(',', m.InputType.Fields.InDeclarationOrder().Where(IsRequired).Select(f => f.Name))
                )
                .Select(m => m.FullName)
        );

    [Fact]
    public void Every_file_states_its_packages() =>
        Assert.All(
            Files,
            file =>
            {
                var options = file.GetOptions();
                Assert.StartsWith("dev.careerrecs.", options.JavaPackage, StringComparison.Ordinal);
                Assert.StartsWith("careerrecs.dev/go/", options.GoPackage, StringComparison.Ordinal);
                Assert.True(options.JavaMultipleFiles);
            }
        );

    private static string Signature(MethodDescriptor method) =>
        method.GetOptions()?.GetExtension(ClientExtensions.MethodSignature)?.SingleOrDefault() ?? "";

    private static bool IsRequired(FieldDescriptor field) => LimitsOf(field).Required;

    private static FieldLimits LimitsOf(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(LimitsExtensions.Limits) ?? new FieldLimits();

    private static IEnumerable<FieldBehavior> Behaviors(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior) ?? [];

    private static IEnumerable<MessageDescriptor> WithNested(MessageDescriptor message) =>
        message.NestedTypes.SelectMany(WithNested).Prepend(message);
}
