using MspBot.Domain.Spelling;

namespace MspBot.Host.Conversations;

/// <summary>
/// What a control says, typed as a word («назад», «отмена»). An answer comes first: it is the control only where the question does not
/// take the word, and «пропустить» wherever the button is there.
/// </summary>
internal static class TypedControl
{
    internal static string? Of(string text) => Folded.Of(text).TrimStart('←', '‹', ' ').TrimEnd('.', '!') switch
    {
        "назад" or "к проверке" => Controls.Back,
        "отмена" or "выйти" => Controls.Cancel,
        "пропустить" => Controls.Skip,
        "готово" => Controls.Ready,
        "изменить" => $"{Controls.Face}{Controls.Change}",
        _ => null,
    };

    /// <param name="control">What the word would press.</param>
    /// <param name="open">The open question.</param>
    /// <param name="wayOut">The button out of a form that takes something away: there «отмена» could mean the deed.</param>
    /// <param name="isRefused">Whether the question does not take the word for an answer.</param>
    internal static bool IsMeant(string control, Question open, WayOut? wayOut, bool isRefused) => control switch
    {
        Controls.Skip => open.Optional,
        Controls.Ready => isRefused && open.Ticks,
        Controls.Back => isRefused,
        Controls.Cancel => isRefused && wayOut is null,
        _ => isRefused && !open.IsKept,
    };
}
