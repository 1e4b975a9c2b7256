using MspBot.Domain.Spelling;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>
/// What is asked back when typed words may mean several things: «15:00 или 03:00?». Stored with the question, so it survives a restart.
/// </summary>
/// <param name="Question">What is asked.</param>
/// <param name="Meanings">What the words may mean.</param>
/// <param name="Retype">The button that opens the question itself again; null: «← Назад» does.</param>
internal sealed record Doubt(string Question, IReadOnlyList<ShownOption> Meanings, string? Retype)
{
    private const int NarrowLabel = 15;

    internal Face Face() => new()
    {
        Question = Question,
        Options = Meanings,
        Columns = Meanings.All(m => m.Label.Length <= NarrowLabel) ? 2 : 1,
        Controls = Retype is null ? [] : [[(Retype, $"{Controls.Face}")]],
    };

    /// <summary>The meaning whose button says this, or «15» for «15:00»; null: the words are a new answer.</summary>
    internal ShownOption? Named(string words) =>
        Meanings.FirstOrDefault(m => Folded.Same(m.Label, words) || Folded.Same(m.Label, $"{words.Trim()}:00"));
}
