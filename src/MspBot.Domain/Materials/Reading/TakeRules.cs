namespace MspBot.Domain.Materials.Reading;

/// <summary>Whether somebody gets a material from the library.</summary>
public static class TakeRules
{
    /// <param name="inLibrary">What was for a meeting only is not given out here.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="keeps">Its author or a head: they look at what nobody else sees.</param>
    public static MaterialRefusal? Refuse(bool inLibrary, MaterialState state, bool keeps) =>
        !inLibrary ? MaterialRefusal.NoSuchMaterial : state switch
        {
            MaterialState.Shown => null,
            MaterialState.Checking => keeps ? MaterialRefusal.NotYetChecked : MaterialRefusal.NoSuchMaterial,
            MaterialState.Hidden => keeps ? null : MaterialRefusal.Hidden,
            MaterialState.Offered or MaterialState.Returned => keeps ? null : MaterialRefusal.NoSuchMaterial,
        };
}
