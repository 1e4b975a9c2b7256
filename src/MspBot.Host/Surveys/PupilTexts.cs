using MspBot.Domain.Surveys.Filling;
using MspBot.Host.Conversations.Dialogs;

namespace MspBot.Host.Surveys;

/// <summary>Words that seem to name a pupil are asked about, whoever writes them in monitoring; never refused.</summary>
internal static class PupilTexts
{
    internal const string Like = "Похоже на имя ученика. Напишите без имён.";
    internal const string NoPupil = "Это не имя ученика";
    internal const string Retype = "Написать заново";

    /// <param name="words">As they are stored.</param>
    internal static Parsed<string> Asked(string words) => PupilName.IsLikely(words)
        ? new Parsed<string>.Doubtful(Like, [new(words, NoPupil, words)], Retype) : new Parsed<string>.Good(words, words);
}
