using MspBot.Data.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials;

/// <summary>
/// Buttons that one room adds to the card of a material. Registered with <see cref="MaterialParts.AddMaterialPart"/>.
/// </summary>
internal abstract class MaterialPart
{
    /// <summary>Parts stand in this order.</summary>
    public abstract int Order { get; }

    /// <summary>As this speaker may press them; empty: none.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<Button>>> For(Turn turn, MaterialDetails material);
}

/// <summary>
/// What one room shows in /materials: a sentence, may be empty, and rows of buttons. Registered with
/// <see cref="MaterialParts.AddLibraryPart"/>.
/// </summary>
internal abstract class LibraryPart
{
    /// <summary>Parts stand in this order; finding is 10.</summary>
    public abstract int Order { get; }

    /// <summary>Null: nothing for this speaker.</summary>
    public abstract Task<LibraryRows?> For(Turn turn);
}

/// <summary>A paragraph, may be empty, and rows of buttons.</summary>
internal sealed record LibraryRows(Html Text, IReadOnlyList<IReadOnlyList<Button>> Rows);

/// <summary>How a room adds its parts.</summary>
internal static class MaterialParts
{
    internal static IServiceCollection AddMaterialPart<T>(this IServiceCollection services) where T : MaterialPart =>
        services.AddScoped<MaterialPart, T>();

    internal static IServiceCollection AddLibraryPart<T>(this IServiceCollection services) where T : LibraryPart =>
        services.AddScoped<LibraryPart, T>();
}
