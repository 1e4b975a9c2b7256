using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MspBot.Tests.Architecture;

/// <summary>
/// Which file of a project names which other, by the types declared in them. Nested namespaces see what is above them without a using,
/// so imports alone do not show who knows whom.
/// </summary>
static class NameGraph
{
    /// <returns>For each path the paths that it names.</returns>
    public static Dictionary<string, HashSet<string>> Of(IReadOnlyCollection<Source> sources)
    {
        var trees = sources.ToDictionary(source => source, source => CSharpSyntaxTree.ParseText(source.Text).GetRoot());
        var declared = trees
            .SelectMany(tree => tree.Value.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                .Where(type => type.Parent is not BaseTypeDeclarationSyntax)
                .Select(type => (Name: type.Identifier.Text, Source: tree.Key)))
            .Distinct()
            .ToLookup(d => d.Name, d => d.Source);
        var rooms = sources.Select(source => LastPart(source.Namespace)).ToHashSet();

        return sources.ToDictionary(source => source.Path, source => Named(source, trees[source], declared, rooms).ToHashSet());
    }

    /// <summary>Groups of nodes that reach each other; alone is no group.</summary>
    public static List<HashSet<string>> Cycles(IReadOnlyDictionary<string, HashSet<string>> graph)
    {
        var reached = graph.Keys.ToDictionary(node => node, node => Reach(graph, node));
        return [.. graph.Keys
            .Select(node => reached[node].Where(other => reached.GetValueOrDefault(other)?.Contains(node) == true).Append(node).ToHashSet())
            .Where(group => group.Count > 1)
            .DistinctBy(group => string.Join('\n', group.Order(StringComparer.Ordinal)))];
    }

    /// <summary>The same between folders: a folder knows what its files name, apart from those that compose.</summary>
    public static Dictionary<string, HashSet<string>> Folders(IReadOnlyCollection<Source> sources)
    {
        var files = Of(sources);
        var folder = sources.ToDictionary(source => source.Path, source => source.Folder);
        return sources
            .GroupBy(source => source.Folder)
            .ToDictionary(
                room => room.Key,
                room => room.Where(source => !source.Composes)
                    .SelectMany(source => files[source.Path]).Select(path => folder[path]).Where(other => other != room.Key).ToHashSet());
    }

    static IEnumerable<string> Named(
        Source source, SyntaxNode tree, ILookup<string, Source> declared, HashSet<string> rooms)
    {
        var members = tree.DescendantNodes().Select(MemberName).OfType<string>().ToHashSet();
        return tree.DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(name => (Room: RoomBefore(name, rooms), Name: name))
            .Where(n => n.Room is not null || IsType(n.Name))
            .Where(n => n.Room is not null || IsSurelyType(n.Name) || !members.Contains(n.Name.Identifier.Text))
            .Select(n => (n.Room, Name: n.Name.Identifier.Text)).Distinct()
            .Select(n => Meant(source, n.Room, [.. declared[n.Name]]))
            .OfType<Source>()
            .Where(other => other.Path != source.Path)
            .Select(other => other.Path);
    }

    static string LastPart(string dotted) => dotted.Split('.')[^1];

    /// <summary>«Seats» of «Seats.SeminarPlaces», where that is a room.</summary>
    static string? RoomBefore(SimpleNameSyntax name, HashSet<string> rooms)
    {
        var left = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression.ToString(),
            QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left.ToString(),
            _ => null,
        };
        return left is not null && rooms.Contains(LastPart(left)) ? left : null;
    }

    /// <summary>Not what stands after a point, is called, or names an argument: those are members.</summary>
    static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        InvocationExpressionSyntax or NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax => false,
        QualifiedNameSyntax qualified => qualified.Left == name,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
        _ => true,
    };

    /// <summary>Where only a type can stand, also when a member of the file has its name («Seminar Seminar»).</summary>
    static bool IsSurelyType(SimpleNameSyntax name) =>
        (name.Parent is NullableTypeSyntax or ArrayTypeSyntax ? name.Parent.Parent : name.Parent) is
        VariableDeclarationSyntax or ParameterSyntax or PropertyDeclarationSyntax or MethodDeclarationSyntax or BaseTypeSyntax
        or TypeArgumentListSyntax or ObjectCreationExpressionSyntax or CastExpressionSyntax or DeclarationPatternSyntax;

    static string? MemberName(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax property => property.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter => parameter.Identifier.Text,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => field.Identifier.Text,
        _ => null,
    };

    /// <summary>Of several types with one name the one that C# finds: nearest above, else imported.</summary>
    static Source? Meant(Source from, string? room, IReadOnlyList<Source> candidates) => room is not null
        ? candidates.FirstOrDefault(c => ('.' + c.Namespace).EndsWith('.' + room, StringComparison.Ordinal))
        : candidates.Where(c => from.Namespace == c.Namespace || from.Namespace.StartsWith(c.Namespace + '.', StringComparison.Ordinal))
            .MaxBy(c => c.Namespace.Length)
        ?? candidates.FirstOrDefault(c => from.Code.Contains($"using {c.Namespace};", StringComparison.Ordinal));

    static HashSet<string> Reach(IReadOnlyDictionary<string, HashSet<string>> graph, string from)
    {
        var seen = new HashSet<string>();
        var next = new Stack<string>(graph[from]);
        while (next.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            foreach (var other in graph.GetValueOrDefault(node) ?? []) next.Push(other);
        }
        return seen;
    }
}
