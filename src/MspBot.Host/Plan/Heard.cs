namespace MspBot.Host.Plan;

/// <summary>Whom news of a plan reaches among those who could decide on what waits.</summary>
/// <param name="Told">So many hear of it.</param>
/// <param name="Stopped">So many would, but they have stopped the bot.</param>
/// <param name="Speaker">The speaker could decide on it as well.</param>
/// <param name="Authors">So many more have the role, but wrote all that waits.</param>
internal readonly record struct Heard(int Told, int Stopped, bool Speaker, int Authors);
