using System.Globalization;
using MspBot.Domain;

namespace MspBot.Host.Conversations.Screens;

/// <summary>
/// What a button carries besides its name, or a flow is begun with: ids, numbers and names of cases, divided by dots («12.4.Title»).
/// Anyone may have typed it, so a part that cannot be read as its type is null.
/// </summary>
public readonly record struct Argument(string Text)
{
    public bool IsEmpty => Text.Length == 0;

    public int Count => Parts.Length;

    private string[] Parts => Text.Split('.');

    /// <summary>A row's id.</summary>
    /// <param name="part">Which part, from 0.</param>
    public TId? Id<TId>(int part = 0) where TId : struct, IId<TId> => Number(part) is { } id ? TId.From(id) : null;

    public long? Number(int part = 0) =>
        long.TryParse(Part(part), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public TCase? Case<TCase>(int part = 0) where TCase : struct, Enum =>
        Enum.TryParse<TCase>(Part(part), out var known) && Enum.IsDefined(known) ? known : null;

    /// <summary>Null where there are fewer parts.</summary>
    public string? Part(int part) => Parts.ElementAtOrDefault(part);

    public override string ToString() => Text;

    public static string Of<TId>(TId id) where TId : struct, IId<TId> => Write(id.Value);

    public static string Of<TId>(TId id, params ReadOnlySpan<object> more) where TId : struct, IId<TId>
    {
        var text = Write(id.Value);
        foreach (var one in more) text = $"{text}.{Write(one)}";
        return text;
    }

    private static string Write(object part) => Convert.ToString(part, CultureInfo.InvariantCulture)!;
}
